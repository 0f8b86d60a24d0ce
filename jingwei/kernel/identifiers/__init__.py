"""标识：统一社会信用代码、身份证号、专利号、合同与成果登记号。 Numbers that carry their own check."""
