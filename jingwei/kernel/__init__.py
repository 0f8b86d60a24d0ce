"""内核：数额、单位、工作日、时限、期间、标识、规范摘要。

Amounts, units, working days, clocks, periods, identifiers, canonical digests; pure Python.
"""
