"""表单与台账之间：预览、行与问题的记录、模板。

What is done with a register's `Sheet` besides checking: its preview, its rows and faults as JSON, its template.
"""
