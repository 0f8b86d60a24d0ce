"""Invented names of firms, universities and go-betweens. The words are old names of weaves and of water and light."""

from collections.abc import Iterator
from itertools import product
from random import Random
from typing import NamedTuple

from jingwei.kernel.text import Text
from jingwei.registry.terms import OrganisationKind

FIRST = (
    ("缬", "Xie"),
    ("縠", "Hu"),
    ("绡", "Xiao"),
    ("纨", "Wan"),
    ("缦", "Man"),
    ("绫", "Ling"),
    ("缂", "Ke"),
    ("纻", "Zhu"),
    ("缣", "Jian"),
    ("绮", "Qi"),
    ("绢", "Juan"),
    ("缟", "Gao"),
    ("纬", "Wei"),
    ("锦", "Jin"),
    ("绣", "Xiu"),
    ("杼", "Shu"),
    ("葛", "Ge"),
    ("缃", "Xiang"),
    ("缙", "Jin"),
    ("纾", "Shu"),
)
SECOND = (
    ("舟", "zhou"),
    ("衡", "heng"),
    ("昀", "yun"),
    ("霁", "ji"),
    ("岫", "xiu"),
    ("澜", "lan"),
    ("樾", "yue"),
    ("珩", "heng"),
    ("芃", "peng"),
    ("栩", "xu"),
    ("泠", "ling"),
    ("曜", "yao"),
    ("峤", "qiao"),
    ("渚", "zhu"),
    ("屿", "yu"),
    ("禾", "he"),
    ("旸", "yang"),
    ("杳", "yao"),
)
PLACES = (("绍兴", "Shaoxing "), ("浙江", "Zhejiang "), ("绍兴柯桥", "Shaoxing Keqiao "), ("", ""))
EDITION = "GB/T 4754-2011"


class Trade(NamedTuple):
    """A line of business: how often in the demonstration, what the firm's name says, its industry code."""

    weight: int
    name: Text
    industry: str


TRADES = (
    Trade(22, Text("纺织", "Textile"), "1751"),
    Trade(16, Text("印染", "Dyeing and Printing"), "1713"),
    Trade(12, Text("化纤", "Chemical Fibre"), "2822"),
    Trade(9, Text("针纺", "Knitting"), "1761"),
    Trade(8, Text("纺织机械", "Textile Machinery"), "3551"),
    Trade(6, Text("服饰", "Garments"), "1810"),
    Trade(6, Text("新材料", "New Materials"), "2651"),
    Trade(5, Text("环保科技", "Environmental Technology"), "3591"),
    Trade(5, Text("智能装备", "Intelligent Equipment"), "3490"),
    Trade(4, Text("电子", "Electronics"), "3963"),
    Trade(4, Text("创意设计", "Creative Design"), "7491"),
    Trade(4, Text("钢结构", "Steel Structures"), "3311"),
    Trade(3, Text("生物科技", "Biotechnology"), "2760"),
    Trade(3, Text("茶业", "Tea"), "1530"),
    Trade(3, Text("信息技术", "Information Technology"), "6510"),
    Trade(2, Text("农业开发", "Agricultural Development"), "0151"),
)


class Invented(NamedTuple):
    """A name in both languages and the industry code of its trade."""

    name: Text
    industry: str


def firms(random: Random) -> Iterator[Invented]:
    """Invented firms, no two with the same brand; as many as there are pairs of words (360)."""
    brands = [Text(a + c, b + d) for (a, b), (c, d) in product(FIRST, SECOND)]
    random.shuffle(brands)
    weights = [trade.weight for trade in TRADES]
    for brand in brands:
        trade = random.choices(TRADES, weights)[0]
        yield Invented(firm_name(random, brand, trade.name), trade.industry)


def firm_name(random: Random, brand: Text, trade: Text) -> Text:
    """A firm of this brand and trade, somewhere."""
    zh, en = random.choice(PLACES)
    is_share = random.random() < 0.07
    form = Text("股份有限公司", "Corporation") if is_share else Text("有限公司", "Co., Ltd.")
    return Text(f"{zh}{brand.zh}{trade.zh}{form.zh}", f"{en}{brand.en} {trade.en} {form.en}")


class Body(NamedTuple):
    """An invented public body; `family` is the Chinese name of what it belongs to."""

    kind: OrganisationKind
    name: Text
    family: str = ""


_UNIVERSITY, _INSTITUTE = OrganisationKind.UNIVERSITY, OrganisationKind.INSTITUTE
BODIES = (
    Body(_UNIVERSITY, Text("浣沙纺织大学", "Huansha University of Textiles")),
    Body(_UNIVERSITY, Text("若耶理工大学", "Ruoye University of Technology")),
    Body(_UNIVERSITY, Text("秦望大学", "Qinwang University")),
    Body(_UNIVERSITY, Text("玉笥医科大学", "Yusi Medical University")),
    Body(
        _INSTITUTE,
        Text("玉笥医科大学附属医院", "Affiliated Hospital of Yusi Medical University"),
        "玉笥医科大学",
    ),
    Body(_UNIVERSITY, Text("沃洲农林大学", "Wozhou University of Agriculture and Forestry")),
    Body(_UNIVERSITY, Text("剡川师范大学", "Yanchuan Normal University")),
    Body(_UNIVERSITY, Text("天衢工程大学", "Tianqu University of Engineering")),
    Body(_UNIVERSITY, Text("云门艺术学院", "Yunmen Academy of Arts")),
    Body(_UNIVERSITY, Text("白塔职业技术学院", "Baita Polytechnic")),
    Body(_UNIVERSITY, Text("苎萝服装学院", "Zhuluo Institute of Fashion")),
    Body(_UNIVERSITY, Text("清渠信息工程大学", "Qingqu University of Information Engineering")),
    Body(_UNIVERSITY, Text("西陵化工大学", "Xiling University of Chemical Engineering")),
    Body(
        _INSTITUTE,
        Text("若耶理工大学柯桥研究院", "Keqiao Institute of Ruoye University of Technology"),
        "若耶理工大学",
    ),
    Body(_INSTITUTE, Text("秦望新材料研究院", "Qinwang Institute of New Materials")),
    Body(_INSTITUTE, Text("东湖染整技术研究所", "Donghu Institute of Dyeing and Finishing")),
    Body(_INSTITUTE, Text("平阳茶叶研究所", "Pingyang Tea Research Institute")),
    Body(_INSTITUTE, Text("曲池智能装备研究院", "Quchi Institute of Intelligent Equipment")),
    Body(_INSTITUTE, Text("舜桥竹业研究所", "Shunqiao Bamboo Research Institute")),
    Body(_INSTITUTE, Text("南池环境科学研究所", "Nanchi Institute of Environmental Science")),
    Body(
        OrganisationKind.INTERMEDIARY,
        Text("绍兴津梁技术转移中心", "Shaoxing Jinliang Technology Transfer Centre"),
    ),
    Body(OrganisationKind.INTERMEDIARY, Text("浙江衡尺专利代理事务所", "Zhejiang Hengchi Patent Agency")),
    Body(OrganisationKind.INTERMEDIARY, Text("绍兴明算会计师事务所", "Shaoxing Mingsuan Accountants")),
    Body(
        OrganisationKind.INTERMEDIARY,
        Text("绍兴择木科技咨询有限公司", "Shaoxing Zemu Technology Consulting Co., Ltd."),
    ),
    Body(
        OrganisationKind.INTERMEDIARY, Text("浙江通津生产力促进中心", "Zhejiang Tongjin Productivity Centre")
    ),
    Body(
        OrganisationKind.PARK_OPERATOR,
        Text("绍兴织里创意园运营有限公司", "Shaoxing Zhili Creative Park Operations Co., Ltd."),
    ),
    Body(
        OrganisationKind.PARK_OPERATOR,
        Text("绍兴云杼科技园开发有限公司", "Shaoxing Yunzhu Science Park Development Co., Ltd."),
    ),
    Body(
        OrganisationKind.PARK_OPERATOR,
        Text("绍兴丝路创意园管理有限公司", "Shaoxing Silu Creative Park Management Co., Ltd."),
    ),
    Body(OrganisationKind.GOVERNMENT, Text("演示区人民政府", "Demonstration District Government")),
    Body(
        OrganisationKind.GOVERNMENT,
        Text("演示区科学技术局", "Demonstration District Bureau of Science and Technology"),
        "演示区人民政府",
    ),
)
