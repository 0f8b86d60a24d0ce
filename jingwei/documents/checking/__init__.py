"""核表：找到表头、认清单位、逐格读出类型值，把每一处问题指到行列。

From a neutral grid to typed rows with faults. Knows no Django and no database. The one way in is `sheet.check_grid`;
`names.name_key` is for registers that look for nearly equal names.
"""
