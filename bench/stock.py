"""What synthetic texts are made of: districts, themes, quantities, terms and clauses, each in Chinese and in English.

All of it is invented. How a text is put together is left to `texts`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity that reports state: how it is said before its figure, and what its English says of the number."""

    id: str
    zh: str
    en: str
    unit: str
    aspect: str
    theme: str
    stated: str  # the Chinese up to the figure
    said: str  # the English, with {} for the number


# Ids with names; each has reports of some fifteen years, the first of forty.
DISTRICTS = (
    ("qinghu", "青湖区", "Qinghu"),
    ("baishi", "白石区", "Baishi"),
    ("heiyan", "黑岩区", "Heiyan"),
    ("dongting", "东亭区", "Dongting"),
    ("xilin", "西林区", "Xilin"),
    ("beiwan", "北湾区", "Beiwan"),
    ("nanqiao", "南桥区", "Nanqiao"),
    ("zhongshan", "中杉区", "Zhongshan"),
    ("haigang", "海港区", "Haigang"),
    ("hetian", "禾田区", "Hetian"),
    ("yunfeng", "云峰区", "Yunfeng"),
)
THEMES = (
    ("economy", "经济与产业", "Economy and industry"),
    ("jobs", "就业与社会保障", "Employment and social security"),
    ("care", "养老与健康", "Care and health"),
    ("education", "教育", "Education"),
    ("ecology", "生态环境", "Ecology and environment"),
    ("city", "城市建设", "City works"),
    ("transport", "交通", "Transport"),
    ("culture", "文化", "Culture"),
    ("governance", "社会治理", "Governance"),
    ("innovation", "科技创新", "Science and innovation"),
)
COUNTED = (
    Counted("new-jobs", "新增就业", "New jobs", "人", "increase", "jobs", "全年新增就业", "{} new jobs were added"),
    Counted("beds", "养老床位", "Care beds", "张", "increase", "care", "新增养老床位", "{} care beds were added"),
    Counted("places", "公办学位", "School places", "个", "increase", "education", "新增公办学位", "{} school places"),
    Counted("clinics", "卫生服务站", "Clinics", "个", "increase", "care", "新建卫生服务站", "{} clinics were built"),
    Counted("parks", "口袋公园", "Pocket parks", "座", "increase", "ecology", "新建口袋公园", "{} pocket parks"),
    Counted(
        "roads", "市政道路", "Streets", "公里", "increase", "transport", "新建市政道路", "{} kilometres of streets"
    ),
    Counted("pipes", "雨污管网", "Sewers", "公里", "increase", "ecology", "新建雨污管网", "{} kilometres of sewers"),
    Counted(
        "firms", "高新技术企业", "High-tech firms", "家", "level", "innovation", "高新技术企业达", "{} high-tech firms"
    ),
    Counted("lifts", "加装电梯", "Lifts", "台", "increase", "city", "新增加装电梯", "{} lifts were fitted"),
    Counted("piles", "充电桩", "Charging points", "个", "increase", "transport", "新增充电桩", "{} charging points"),
    Counted(
        "homes", "保障性住房", "Affordable homes", "套", "increase", "city", "新增保障性住房", "{} affordable homes"
    ),
    Counted("volunteers", "注册志愿者", "Volunteers", "人", "level", "governance", "注册志愿者达", "{} volunteers"),
    Counted("labs", "重点实验室", "Laboratories", "家", "level", "innovation", "重点实验室达", "{} laboratories"),
    Counted("patents", "发明专利", "Patents", "件", "level", "innovation", "发明专利达", "{} patents in force"),
    Counted("trees", "新植树木", "Trees", "株", "increase", "ecology", "新增新植树木", "{} trees were planted"),
    Counted("halls", "文化礼堂", "Halls", "座", "increase", "culture", "新建文化礼堂", "{} halls of culture"),
)
# What is counted of one place and stands under no indicator: Chinese before and behind the figure, and English.
OF_PLACES = (
    ("{zh}片区改造房屋", "栋", "{} buildings in the quarter of {en} were renewed", "city"),
    ("{zh}项目完成投资", "亿元", "the project of {en} took {} yuan of investment", "economy"),
    ("{zh}街道办成实事", "件", "the sub-district of {en} settled {} matters", "governance"),
    ("{zh}园区引进企业", "户", "the park of {en} drew {} businesses", "economy"),
    ("{zh}流域整治河段", "处", "{} reaches of the stream of {en} were put in order", "ecology"),
    ("{zh}剧场演出剧目", "场", "the theatre of {en} gave {} performances", "culture"),
)
# Verbs that carry a commitment, and what is to be done at a place.
VERBS = (("推进", "Press on with"), ("加快", "Speed up"), ("加强", "Strengthen"), ("推动", "Drive"))
WORKS = (
    ("{zh}片区更新改造", "the renewal of the quarter of {en}", "city"),
    ("{zh}路网建设", "the building of the streets of {en}", "transport"),
    ("{zh}产业园招商", "the attraction of firms to the park of {en}", "economy"),
    ("{zh}水系治理", "the care of the waters of {en}", "ecology"),
    ("{zh}学校建设", "the building of the school of {en}", "education"),
    ("{zh}医院建设", "the building of the hospital of {en}", "care"),
    ("{zh}古街保护", "the protection of the old street of {en}", "culture"),
    ("{zh}众创空间建设", "the building of the workshops of {en}", "innovation"),
)
STATES = (
    ("{zh}一带面貌焕然改观", "the face of {en} has been made new", "city"),
    ("{zh}群众办事更加便利", "the people of {en} settle their matters with more ease", "governance"),
    ("{zh}沿岸水质稳步向好", "the water along {en} grows better", "ecology"),
)
# Sentences that say nothing to be coded are put together of these: who, in what way, does what, so that what.
WHO = (
    ("各街道", "the sub-districts"),
    ("各部门", "the departments"),
    ("党员干部", "the cadres"),
    ("社区工作者", "the workers of the communities"),
    ("驻区单位", "the bodies at home here"),
    ("志愿服务队", "the teams of helpers"),
    ("人大代表", "the deputies"),
    ("政协委员", "the members of the conference"),
    ("企业和商会", "firms and their chambers"),
    ("居民群众", "the residents"),
    ("青年突击队", "the teams of the young"),
    ("工作专班", "the task forces"),
)
HOW = (
    ("始终如一", "steadily"),
    ("齐心协力", "with one heart"),
    ("迎难而上", "against all odds"),
    ("久久为功", "with patience"),
    ("因地制宜", "as each place asks"),
    ("脚踏实地", "step by step"),
    ("主动靠前", "of their own accord"),
    ("细致入微", "with care"),
    ("统筹兼顾", "with an eye to all sides"),
    ("公开透明", "in the open"),
)
WHAT = (
    ("持续优化营商环境", "better the business environment"),
    ("落实河长制", "carry out the system of river chiefs"),
    ("深化网格化管理", "deepen grid management"),
    ("组织邻里议事", "see that neighbours deliberate"),
    ("推动乡村振兴", "carry rural revitalisation forward"),
    ("倾听群众的心声", "listen to what people say"),
    ("补齐短板弱项", "mend the weak places"),
    ("守护老街的烟火气", "keep the old streets alive"),
    ("化解矛盾纠纷", "settle quarrels"),
    ("帮扶困难家庭", "help families in need"),
    ("修复水岸生态", "heal the banks of the streams"),
    ("活跃文体生活", "enliven culture and sport"),
    ("规范停车秩序", "bring order into parking"),
    ("严守安全底线", "keep to what is safe"),
    ("引育青年人才", "draw and raise talent"),
    ("盘活闲置用房", "put idle rooms to use"),
    ("普及科学知识", "spread knowledge of science"),
    ("传承非遗技艺", "hand old crafts down"),
)
SO_THAT = (
    ("让城区更有温度", "so that the city grows warmer"),
    ("让河水清起来", "so that the water runs clear"),
    ("让出行更顺畅", "so that getting about is easier"),
    ("让老人安享晚年", "so that the old live in peace"),
    ("让孩子就近入学", "so that children find a school nearby"),
    ("让企业安心经营", "so that firms may work in peace"),
    ("让街巷亮起来", "so that the lanes are lit"),
    ("让邻里更亲近", "so that neighbours grow closer"),
    ("让办事少跑腿", "so that errands grow fewer"),
    ("让文化润人心", "so that culture reaches hearts"),
    ("让改革见成效", "so that reform bears fruit"),
    ("让幸福可感可及", "so that happiness can be felt"),
)
TERMS = (
    ("environment", "营商环境", "yíng shāng huán jìng", "business environment"),
    ("chiefs", "河长制", "hé zhǎng zhì", "system of river chiefs"),
    ("grid", "网格化管理", "wǎng gé huà guǎn lǐ", "grid management"),
    ("deliberation", "邻里议事", "lín lǐ yì shì", "neighbours deliberate"),
    ("villages", "乡村振兴", "xiāng cūn zhèn xīng", "rural revitalisation"),
)
# Syllables of place names; none is a numeral, a unit or a word of the texts above.
SYLLABLES: tuple[tuple[str, str], ...] = tuple(
    zip(
        "松泉溪岭莲兰竹梅杏桃柳枫桂榕棠鹤鹭雁麟瑶琼翠丹霞晓暮墩沙洲浦渡畔陂坪屿潭汀岗寨堡埔涌坑垌磊笔墨瑞祥嘉",
        (
            *("song", "quan", "xi", "ling", "lian", "lan", "zhu", "mei", "xing", "tao", "liu", "feng", "gui", "rong"),
            *("tang", "he", "lu", "yan", "lin", "yao", "qiong", "cui", "dan", "xia", "xiao", "mu", "dun", "sha"),
            *("zhou", "pu", "du", "pan", "bei", "ping", "yu", "tan", "ting", "gang", "zhai", "bao", "bu", "yong"),
            *("keng", "dong", "lei", "bi", "mo", "rui", "xiang", "jia"),
        ),
        strict=True,
    )
)
