"""规则：文稿所述与台账的对照。 What a text states against what the records say; pure."""
