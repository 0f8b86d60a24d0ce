"""名录：区划、单位、人员、账号、科室、角色、日历与时限规则。

Regions, organisations, people, accounts, sections, roles, the calendar and dated rules.
"""
