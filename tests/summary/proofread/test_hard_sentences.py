"""Sentences that were once misread, each with what must be said of it: the kind that FAILs, or nothing."""

import pytest

from jingwei.summary.proofread import Kind, Status, proofread

WRONG = [
    ("获批市级奖56人(一等奖8项、二等奖17项、三等奖31项)。", Kind.UNIT),
    ("全年获得补助项目9个,其中农技协4个、带头人2人。", Kind.UNIT),
    ("立项农技推广项目21项(其中省级4项、市级6项,农技员项目5人)。", Kind.UNIT),
    ("总投资112亿元,其中:机械类21个、46.5亿元,化工类17个、38.2亿元,食品类20个、27.3万元。", Kind.UNIT),
    ("受理申请58件(新申报36件,复审24件)。", Kind.SUM),
    ("立项20项(星火计划4项、攻关计划5项)。", Kind.SUM),
    ("载体共9家,总面积34.5万平方米,分为孵化器6家、21.2万平方米和加速器3家、11.3万平方米。", Kind.SUM),
    ("建成甘蔗点9个、蚕桑点11个、水稻点7个,加上畜牧方面的6个,全县示范点一共是35个。", Kind.SUM),
    ("平台96个(省级27个,其中工程中心12个、技术中心14个、实验室5个),市级69个。", Kind.SUBSET),
    ("全区有众创空间18家,国家级3家、省级6家、市级19家。", Kind.SUBSET),
    ("授权专利138件,授权专利中,工矿企业83件,大专院校21件,个人46件。", Kind.SUBSET),
    ("到2015年底累计建成52个,今年新建14个,目前累计建成64个。", Kind.CUMULATIVE),
    ("往年已改良4.15万亩,今年新增1.36万亩,累计达到5.41万亩。", Kind.CUMULATIVE),
    ("园区去年底已完成投资5.16亿元,今年完成3.42亿元,累计完成8.85亿元,预计明年交付。", Kind.CUMULATIVE),
    ("新认定14家(2013年底前已认定57家),累计认定68家。", Kind.CUMULATIVE),
    ("成交额14.7亿元,完成年度任务(12.0亿元)的125.2%。", Kind.TARGET),
    ("成交额52.4亿元,完成市下达的48亿元年度任务,超出任务数12.4%。", Kind.TARGET),
    ("高新技术企业目标50家,实际46家,超额完成。", Kind.TARGET),
    ("研发投入由1.6亿元增至2.9亿元,实现翻一番。", Kind.GROWTH),
    ("授权2768件、发明356件(上年分别为2215件、262件),同比分别增长35.9%和25.0%。", Kind.GROWTH),
    ("能耗减少250%。", Kind.GROWTH),
    ("入驻企业61家,占143%。", Kind.SHARE),
    ("规上企业310家,开展研发活动的217家,占60%。", Kind.SHARE),
    ("项目经费6.2亿元,企业自筹占71.6%;财政资金占14.8%;银行贷款占11.2%;其他占5.4%。", Kind.SHARE),
]
RIGHT = [
    "全区有众创空间18家,国家级3家、省级6家、市级9家。",
    "全区有众创空间18家,国家级3家、省级6家、市级8家。",
    "全年认定64家(开发区23家、滨江镇15家),其余26家在各镇。",
    "孵化器23家(国家级5家、省级4家,其余为市、区级)。",
    "研发机构6家,其中省级4家;孵化器23家,面积68万平方米。",
    "参训农民1.1万人次,其中少数民族学员8700人次、妇女学员4300人次。",
    "国家级9项,其中课题4项、基金5项;省级48项。",
    "专利申请286件,是上年(143件)的2倍,超下达任务(260件)26件,完成任务的110%。",
    "责任书共列指标6项,5项已超额完成,1项接近完成。",
    "1.高企保有量,目标9家,实际10家;2.入库企业,目标20家,实际26家,完成目标的130%。",
    "在统企业22家,迁出2家,净增4家,增长18.2%。",
    "组织讲课136场,培训农民1.8万人次,其中妇女近4000人次,印发明白纸3万张。",
    "今年推广玉米12.6万亩。明年要进一步加大力度,计划争取项目12项以上,推广玉米15万亩。",
    "年末企业17家,今年新认定7家,另有1家期满未申报,目前总数23家。",
    "产值由46家增至93家企业,实现翻一番。",
    "电子业产值39.2亿元,占12%;家居业产值31.7亿元,占17%。",
]


@pytest.mark.parametrize(("text", "kind"), WRONG)
def test_wrong_sentences(text: str, kind: Kind) -> None:
    assert {one.kind for one in proofread(text).having(Status.FAIL)} == {kind}


@pytest.mark.parametrize("text", RIGHT)
def test_right_sentences(text: str) -> None:
    assert proofread(text).having(Status.FAIL) == ()


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("30—40家", 30, 40, "家"),
        ("30至40万元", 300_000, 400_000, "元"),
        ("30-40%", 30, 40, "%"),
        ("0.1至0.2个百分点", 0.1, 0.2, "百分点"),
    ],
)
def test_a_range_with_its_unit_said_once(text: str, low: float, high: float, unit: str) -> None:
    (figure,) = proofread(text).figures
    assert (float(figure.low), float(figure.high), figure.unit, figure.text) == (low, high, unit, text)


def test_cells_of_a_typed_table_take_the_unit_of_their_row() -> None:
    figures = proofread("指标 目标 实际 完成率\n技术合同额（亿元） 42 48.7 116.0%\n").figures
    assert [(float(one.high), one.unit) for one in figures] == [(4.2e9, "元"), (4.87e9, "元"), (116.0, "%")]
