"""Names of projects put together by chance: textile, dyeing, materials, equipment, software, countryside."""

from itertools import product
from random import Random

FIBRES = (
    "再生涤纶",
    "竹浆纤维",
    "莱赛尔纤维",
    "海藻纤维",
    "聚乳酸纤维",
    "超细旦锦纶",
    "阳离子改性涤纶",
    "芳纶",
    "羊毛混纺织物",
    "棉锦交织物",
    "天丝亚麻混纺织物",
    "涤纶仿真丝织物",
    "高支棉织物",
    "氨纶弹力针织物",
)
PROCESSES = (
    "低浴比染色",
    "冷轧堆前处理",
    "数码喷墨印花",
    "少水染色",
    "泡沫整理",
    "生物酶前处理",
    "涂料轧染",
    "活性染料湿短蒸染色",
)
AIMS = ("关键技术研究", "工艺开发与产业化", "成套技术集成应用", "节能减排技术示范")
MACHINES = (
    "多通道热定形机",
    "高速经编机",
    "电脑绣花机",
    "喷气织机",
    "自动验布机",
    "圆网印花机",
    "气流染色机",
    "浆染联合机",
    "筒子纱自动染色线",
    "面料裁剪系统",
    "印染助剂自动配送系统",
    "蒸汽余热回收装置",
)
MACHINE_AIMS = ("智能控制系统研制", "能效在线监测技术研究", "数控化关键部件开发", "整机研制与产业化")
ATTRIBUTES = (
    "吸湿速干",
    "阻燃防静电",
    "抗菌防臭",
    "双面异色",
    "轻薄防风",
    "高弹耐磨",
    "抗紫外线",
    "免烫易护理",
    "仿麂皮",
    "遮光隔热",
    "防水透湿",
    "远红外保暖",
    "环保拒油",
    "记忆抗皱",
)
PRODUCTS = (
    "针织面料",
    "机织面料",
    "经编面料",
    "窗帘面料",
    "家纺面料",
    "休闲服面料",
    "户外运动面料",
    "衬衫面料",
    "汽车内饰面料",
    "西装面料",
    "羽绒服面料",
    "医用纺织品",
    "沙发面料",
    "女装印花面料",
)
CROPS = ("高山茶叶", "毛竹笋", "兰花", "青虾", "香榧", "杨梅", "水稻", "蔬菜育苗", "湖羊", "珍珠蚌")
CROP_AIMS = ("标准化栽培（养殖）技术示范", "优良品种引进与推广", "精深加工技术研究", "病虫害绿色防控技术应用")
STYLES = ("江南水乡题材", "蓝印花布元素", "几何提花", "传统纹样再创作", "四季花卉题材", "越地山水题材")
DESIGNS = ("家纺花型设计开发", "女装面料花型设计", "面料数字化花型库建设", "窗帘系列产品设计")
QUESTIONS = (
    "纺织产业集群创新能力评价",
    "县域科技服务体系建设",
    "印染产业转型升级路径",
    "产学研合作机制",
    "科技金融结合模式",
)
ANSWERS = ("研究", "调查与对策研究")
STOCK = {
    "textile": (FIBRES, PROCESSES, AIMS),
    "equipment": (MACHINES, MACHINE_AIMS),
    "product": (ATTRIBUTES, PRODUCTS),
    "rural": (CROPS, CROP_AIMS),
    "design": (STYLES, DESIGNS),
    "policy": (QUESTIONS, ANSWERS),
}


class Topics:
    """Names that do not repeat: each kind is shuffled once and dealt out."""

    def __init__(self, random: Random) -> None:
        self._piles: dict[str, list[str]] = {}
        for kind, parts in STOCK.items():
            pile = ["".join(words) for words in product(*parts)]
            random.shuffle(pile)
            self._piles[kind] = pile

    def next(self, kind: str) -> str:
        """The next name of `kind`; IndexError when the stock is used up."""
        return self._piles[kind].pop()
