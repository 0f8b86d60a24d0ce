"""角色 roles: what each figure does in its sentence, told from the words of its slot alone."""

from jingwei.summary.proofread.roles.deciding import roles_of
from jingwei.summary.proofread.roles.shapes import Part, Role, Roles

__all__ = ["Part", "Role", "Roles", "roles_of"]
