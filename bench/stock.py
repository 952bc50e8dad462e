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
# Sentences that say nothing to be coded, some of them with a term of the glossary.
FILLERS = (
    (
        "各部门各街道加强协同，把群众的期盼放在心上",
        "All departments worked together and kept in mind what people hope for",
    ),
    (
        "坚持问题导向和目标导向相统一，着力补短板强弱项",
        "The work was led by problems and by aims alike, and weak places were mended",
    ),
    ("广泛听取代表委员和社会各界的意见建议", "The views of deputies, members and all circles were widely heard"),
    (
        "持续优化营商环境，让企业安心经营、放心发展",
        "The business environment was made better, so that firms may work and grow in peace",
    ),
    (
        "全面落实河长制，守护好每条河流",
        "The system of river chiefs was put into practice, and every stream was watched over",
    ),
    ("深化网格化管理，把矛盾化解在基层", "Grid management went deeper, and quarrels were settled where they arise"),
    (
        "健全邻里议事机制，让居民的事居民商量着办",
        "Ways in which neighbours deliberate were set up, so that residents settle their own affairs",
    ),
    ("稳妥推进乡村振兴，让农民的日子越过越好", "Rural revitalisation went ahead with care, and farmers live better"),
    ("我们清醒认识到，发展中还存在不少困难和不足", "We see clearly that many difficulties and shortcomings remain"),
    ("基层干部用脚步丈量民情，用真心换取民心", "Local officials walked among the people and won their trust"),
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
        "松泉溪岭莲兰竹梅杏桃柳枫桂榕棠鹤鹭雁麟瑶琼翠丹霞晓暮岚沙洲浦渡塘陂坪屏潭汀岗寨堡埔涌坑垌磊砚墨瑞祥嘉",
        (
            *("song", "quan", "xi", "ling", "lian", "lan", "zhu", "mei", "xing", "tao", "liu", "feng", "gui", "rong"),
            *("tang", "he", "lu", "yan", "lin", "yao", "qiong", "cui", "dan", "xia", "xiao", "mu", "lan", "sha"),
            *("zhou", "pu", "du", "tang", "bei", "ping", "ping", "tan", "ting", "gang", "zhai", "bao", "bu", "yong"),
            *("keng", "dong", "lei", "yan", "mo", "rui", "xiang", "jia"),
        ),
        strict=True,
    )
)
