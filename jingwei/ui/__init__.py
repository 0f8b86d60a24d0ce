"""界面：外壳与部件。 The shell and the kit every page is made of."""
