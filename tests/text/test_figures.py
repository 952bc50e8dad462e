"""Figures as printed are read as the quantities they state, and every number of a text is found and told apart."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from duizhao.text import figures
from duizhao.text.figures import numbers, quantity

# Figure, operator, value, upper, unit, base value, base upper, base unit; a dash stands for None.
FIGURES = """
5047.4亿元 | eq | 5047.4 | - | 亿元 | 504740000000 | - | 元
877.6亿元 | eq | 877.6 | - | 亿元 | 87760000000 | - | 元
1.2万亿 | eq | 1.2 | - | 万亿 | 1200000000000 | - |
4.9万 | eq | 4.9 | - | 万 | 49000 | - |
224.18万人 | eq | 224.18 | - | 万人 | 2241800 | - | 人
1.6万人次 | eq | 1.6 | - | 万人次 | 16000 | - | 人次
357万平方米 | eq | 357 | - | 万平方米 | 3570000 | - | 平方米
1.2万户 | eq | 1.2 | - | 万户 | 12000 | - | 户
6200张 | eq | 6200 | - | 张 | 6200 | - | 张
7.4公顷 | eq | 7.4 | - | 公顷 | 7.4 | - | 公顷
13.6公里 | eq | 13.6 | - | 公里 | 13.6 | - | 公里
6个月 | eq | 6 | - | 个月 | 6 | - | 个月
2小时 | eq | 2 | - | 小时 | 2 | - | 小时
10.2% | eq | 10.2 | - | % | 10.2 | - | %
-0.3% | eq | -0.3 | - | % | -0.3 | - | %
－0.3％ | eq | -0.3 | - | % | -0.3 | - | %
负0.3% | eq | -0.3 | - | % | -0.3 | - | %
+8.0% | eq | 8.0 | - | % | 8.0 | - | %
100% | eq | 100 | - | % | 100 | - | %
0.8个百分点 | eq | 0.8 | - | 个百分点 | 0.8 | - | 个百分点
3‰ | eq | 3 | - | ‰ | 3 | - | ‰
30微克/立方米 | eq | 30 | - | 微克/立方米 | 30 | - | 微克/立方米
100㎡ | eq | 100 | - | ㎡ | 100 | - | ㎡
30km | eq | 30 | - | km | 30 | - | km
5千米 | eq | 5 | - | 千米 | 5 | - | 千米
3千家 | eq | 3 | - | 千家 | 3000 | - | 家
120万千瓦 | eq | 120 | - | 万千瓦 | 1200000 | - | 千瓦
4万人以上 | ge | 4 | - | 万人 | 40000 | - | 人
200宗以上 | ge | 200 | - | 宗 | 200 | - | 宗
15个以上 | ge | 15 | - | 个 | 15 | - | 个
千万元以上 | ge | 10000000 | - | 元 | 10000000 | - | 元
不少于5家 | ge | 5 | - | 家 | 5 | - | 家
不低于6% | ge | 6 | - | % | 6 | - | %
至少3所 | ge | 3 | - | 所 | 3 | - | 所
上百家 | ge | 100 | - | 家 | 100 | - | 家
双上百 | ge | 100 | - | | 100 | - |
不少于5家以上 | ge | 5 | - | 家 | 5 | - | 家
超400万平方米 | gt | 400 | - | 万平方米 | 4000000 | - | 平方米
超千亿 | gt | 100000000000 | - | | 100000000000 | - |
超2亿元 | gt | 2 | - | 亿元 | 200000000 | - | 元
超过97% | gt | 97 | - | % | 97 | - | %
突破100家 | gt | 100 | - | 家 | 100 | - | 家
逾800支 | gt | 800 | - | 支 | 800 | - | 支
逾万名 | gt | 10000 | - | 名 | 10000 | - | 名
4.7万余名 | gt | 4.7 | - | 万名 | 47000 | - | 名
20余亿元 | gt | 20 | - | 亿元 | 2000000000 | - | 元
100多家 | gt | 100 | - | 家 | 100 | - | 家
100多元 | gt | 100 | - | 元 | 100 | - | 元
四十多年 | gt | 40 | - | 年 | 40 | - | 年
3个多月 | gt | 3 | - | 个月 | 3 | - | 个月
三年多 | gt | 3 | - | 年 | 3 | - | 年
十几家 | gt | 10 | - | 家 | 10 | - | 家
超100亿元以上 | gt | 100 | - | 亿元 | 10000000000 | - | 元
80个工作日以内 | le | 80 | - | 个工作日 | 80 | - | 个工作日
10个工作日内 | le | 10 | - | 个工作日 | 10 | - | 个工作日
不超过3.5% | le | 3.5 | - | % | 3.5 | - | %
35微克/立方米以下 | le | 35 | - | 微克/立方米 | 35 | - | 微克/立方米
不到20天 | lt | 20 | - | 天 | 20 | - | 天
不足1公里 | lt | 1 | - | 公里 | 1 | - | 公里
近百万平方米 | approx | 1000000 | - | 平方米 | 1000000 | - | 平方米
近10年 | approx | 10 | - | 年 | 10 | - | 年
约535家 | approx | 535 | - | 家 | 535 | - | 家
大概有535家 | approx | 535 | - | 家 | 535 | - | 家
约20.3万名 | approx | 20.3 | - | 万名 | 203000 | - | 名
6.5%左右 | approx | 6.5 | - | % | 6.5 | - | %
约20天左右 | approx | 20 | - | 天 | 20 | - | 天
数十家 | approx | - | - | 家 | - | - | 家
几百个 | approx | - | - | 个 | - | - | 个
数十余家 | approx | - | - | 家 | - | - | 家
20-30户 | range | 20 | 30 | 户 | 20 | 30 | 户
20至30户 | range | 20 | 30 | 户 | 20 | 30 | 户
20～30户左右 | range | 20 | 30 | 户 | 20 | 30 | 户
5%-10% | range | 5 | 10 | % | 5 | 10 | %
3-5万人 | range | 3 | 5 | 万人 | 30000 | 50000 | 人
3000-5万人 | range | 0.3 | 5 | 万人 | 3000 | 50000 | 人
5000万-1亿元 | range | 0.5 | 1 | 亿元 | 50000000 | 100000000 | 元
三到五年 | range | 3 | 5 | 年 | 3 | 5 | 年
五六十家 | range | 50 | 60 | 家 | 50 | 60 | 家
十七八岁 | range | 17 | 18 | 岁 | 17 | 18 | 岁
两三年 | range | 2 | 3 | 年 | 2 | 3 | 年
2倍 | relative | 2 | - | 倍 | 2 | - | 倍
增长一倍 | relative | 1 | - | 倍 | 1 | - | 倍
翻一番 | relative | 1 | - | 番 | 1 | - | 番
翻番 | relative | 1 | - | 番 | 1 | - | 番
翻了两番 | relative | 2 | - | 番 | 2 | - | 番
近2倍 | approx | 2 | - | 倍 | 2 | - | 倍
全部 | coverage | - | - | | - | - |
全覆盖 | coverage | - | - | | - | - |
应保尽保 | coverage | - | - | | - | - |
完成上级下达任务 | delegated | - | - | | - | - |
完成市下达的目标任务 | delegated | - | - | | - | - |
第一 | rank | 1 | - | 位 | 1 | - | 位
第三位 | rank | 3 | - | 位 | 3 | - | 位
第14名 | rank | 14 | - | 位 | 14 | - | 位
首位 | rank | 1 | - | 位 | 1 | - | 位
首个 | rank | 1 | - | 位 | 1 | - | 位
两成 | eq | 20 | - | % | 20 | - | %
三成五 | eq | 35 | - | % | 35 | - | %
近七成 | approx | 70 | - | % | 70 | - | %
百分之五点五 | eq | 5.5 | - | % | 5.5 | - | %
百分之5.5 | eq | 5.5 | - | % | 5.5 | - | %
百分之百 | eq | 100 | - | % | 100 | - | %
百分百 | eq | 100 | - | % | 100 | - | %
一半以上 | ge | 50 | - | % | 50 | - | %
千分之三 | eq | 3 | - | ‰ | 3 | - | ‰
三分之二 | eq | 2 | - | 1/3 | 2 | - | 1/3
三所 | eq | 3 | - | 所 | 3 | - | 所
两幢 | eq | 2 | - | 幢 | 2 | - | 幢
十三年 | eq | 13 | - | 年 | 13 | - | 年
半年 | eq | 0.5 | - | 年 | 0.5 | - | 年
一年半 | eq | 1.5 | - | 年 | 1.5 | - | 年
3个半月 | eq | 3.5 | - | 个月 | 3.5 | - | 个月
三百二十五万 | eq | 3250000 | - | | 3250000 | - |
一点二万亿元 | eq | 1.2 | - | 万亿元 | 1200000000000 | - | 元
一万二 | eq | 12000 | - | | 12000 | - |
一亿零五百万元 | eq | 105000000 | - | 元 | 105000000 | - | 元
百万千瓦 | eq | 1000000 | - | 千瓦 | 1000000 | - | 千瓦
二〇二〇 | eq | 2020 | - | | 2020 | - |
1万2千户 | eq | 12000 | - | 户 | 12000 | - | 户
1亿2000万元 | eq | 120000000 | - | 元 | 120000000 | - | 元
1,234家 | eq | 1234 | - | 家 | 1234 | - | 家
1，234家 | eq | 1234 | - | 家 | 1234 | - | 家
５４人 | eq | 54 | - | 人 | 54 | - | 人
5.2 亿元 | eq | 5.2 | - | 亿元 | 520000000 | - | 元
5000年 | eq | 5000 | - | 年 | 5000 | - | 年
""".strip().splitlines()


def as_row(figure: str) -> str:
    """What the figure is read as, in the columns of the table above."""
    read = quantity(figure)
    parts = (read.operator, read.value, read.upper, read.unit, read.base_value, read.base_upper, read.base_unit)
    return " | ".join([figure, *("-" if part is None else str(part) for part in parts)]).rstrip()


@pytest.mark.parametrize("row", FIGURES, ids=lambda row: row.split(" | ")[0])
def test_a_figure_as_printed_is_read(row: str) -> None:
    expected = " | ".join(cell.strip() for cell in row.split("|")).rstrip()
    assert as_row(row.split(" | ")[0]) == expected


NO_FIGURES = (
    "", " ", "人", "以上", "新增4万人", "4万人,5万人", "4万人5", "5G", "2021年", "2019-2021年", "第一区", "六稳",
    "约5人以上", "不足10家以上", "约4万余人", "超20-30户", "30-20户", "3家至5人", "近三年", "A-2021年",
)  # fmt: skip


@pytest.mark.parametrize("figure", NO_FIGURES)
def test_what_is_no_single_figure_is_not_read(figure: str) -> None:
    assert quantity(figure) is None


def test_a_year_is_no_quantity() -> None:
    assert quantity("2021年") is None
    assert [number.reason for number in numbers("到2021年")] == ["date"]


def test_the_steps_tell_how_a_figure_was_read() -> None:
    assert quantity("4万人以上").steps == ("4 × 万 = 40000", "人", "以上 → ge")
    assert quantity("约535家").steps == ("535", "家", "约 → approx")
    assert quantity("4.7万余名").steps == ("4.7 × 万 = 47000", "名", "→ gt")
    assert quantity("三所").steps == ("三 = 3", "所")
    assert quantity("3-5万人").steps == ("3–5 × 万 = 30000–50000", "人", "→ range")
    assert quantity("第三位").steps == ("第三位 → rank 3",)


def test_the_figure_is_kept_as_given() -> None:
    assert quantity("１２．５ ％").figure == "１２．５ ％"


# A text and its numbers in order; one that is no quantity with its reason behind a slash.
SENTENCES = """
总量连续十三年全市第一,提前完成“十三五”总量目标: 十三年 第一/ordinal 十三五/name
新增“四上”企业1994家,125个“攻城拔寨”项目完成投资172.8亿元: 四上/name 1994家 125个 172.8亿元
5家企业入选全国互联网企业百强,占全市63%: 5家 百强/name 63%
实现税收收入877.6亿元,下降1.7%;一般公共预算收入77.1亿元: 877.6亿元 1.7% 一般/idiom 77.1亿元
新建、改建公厕131座,提前一年完成“厕所革命”三年行动计划: 131座 一年 三年行动/name
成功举办2019中国幸福城市论坛: 2019/date
圆满完成新中国成立70周年系列活动保障工作: 70周年/ordinal
新增环卫机械831台,主次干道机械化清扫作业率100%,连续四年获评A档: 831台 100% 四年
构建区、街、社区、网格“四级责任体系”,全区4.7万余名在册党员: 四级责任体系/name 4.7万余名
迅速建立“1+2+3”工作体系,及时出台“暖企15条”等惠企政策: 1+2+3/name 暖企15条/name
一季度GDP增长-0.3%,增速全市第一: 一季度/date -0.3% 第一/ordinal
政务服务事项100%可网办、100%“最多跑一次”: 100% 100% 最多跑一次/name
落实市营商环境3.0改革要求,实施五大工程、109条改革措施: 3.0/name 五大 109条
力争孵化器、众创空间数量双上百: 双上百
机场第二高速公路和地铁11号线、13号线二期: 第二/ordinal 11号线/name 13号线/name 二期/ordinal
力争天润路东段工程等6个项目完工、水荫四横路等10个项目开工: 6个 四横路/name 10个
推动空气PM2.5、PM10稳定达标,抓好P2P网贷平台: PM2.5/name PM10/name P2P/name
加快布局5G、大数据中心: 5G/name
编制城市更新三年实施计划、五年行动方案和十年改造规划: 三年实施计划/name 五年行动/name 十年改造规划/name
天河智谷片区十二年制学校,普惠性幼儿园占比达80%: 十二年制/name 80%
坚持统一领导、统一指挥,一视同仁,万无一失,千方百计: 统一/idiom 统一/idiom 一视同仁/idiom 万无一失/idiom 千方百计/idiom
一、2019年和今年以来工作回顾: 一/ordinal 2019年/date
(一)坚定信心、守住底线,扎实做好“六稳”“六保”工作。: 一/ordinal 六稳/name 六保/name
任务一 优化调整产业结构: 一/ordinal
01 聚焦“市场化” 建设充满活力的营商环境: 01/ordinal
2 功能布局:加快构建“两轴两带多片区”空间格局: 2/ordinal 两轴两带多片区/name
6月11日,广州市天河区第九届人民代表大会第八次会议召开: 6月11日/date 第九届/ordinal 第八次/ordinal
较好完成了区九届人大六次会议确定的主要目标任务: 九届/ordinal 六次/ordinal
跨越2个千亿级台阶,从2015年的3432.8亿元增长至2020年: 2个 千亿级/name 2015年/date 3432.8亿元 2020年/date
从19%提高至21.2%,是全市唯一超千亿的区: 19% 21.2% 唯一/idiom 超千亿
全市每新增三家企业就有一家来自天河: 三家 一家
近三年实施全面改造项目11个,可提供产业空间约400万平方米: 近三年/date 11个 约400万平方米
今年1-5月引进重点项目57个: 1-5月/date 57个
百亿级企业、十亿级税收楼宇,其中,亿元楼宇项目共五批24个: 百亿级/name 十亿级/name 亿元/name 五批 24个
全国首个智能咨询热线+5G消息平台: 5G/name
争取地铁10号、19号、29号线纳入近期实施范围: 10号/name 19号/name 29号线/name
职业技能提升培训(补贴性技能培训)4.9万。: 4.9万
逾800支党员突击支队,逾万名党员干部: 逾800支 逾万名
每千常住人口执业医师数达5.8人: 千/name 5.8人
支持华南植物园创建国家5A级旅游景区: 5A/name
未来五年实现城镇新增就业20万人以上,过去五年: 未来五年/date 20万人以上 过去五年/date
在三河五岸扎实实践,五年前的五月: 三河五岸/name 五年前/date 五月/date
一家三口曾一住就是四十多年: 一家三口/idiom 一住就是/idiom 四十多年
“万千百十”行动计划和“两个直奔”活动: 万千百十/name 两个直奔/name
注册资金千万元以上企业6家,建筑面积近百万平方米: 千万元以上 6家 近百万平方米
13:00、17:30这两个时间段: 13:00/date 17:30/date 两个
形成“1+11+N”党群服务阵地矩阵体系,构建起“10分钟党群服务圈”: 1+11+N/name 10分钟
每位党员联系20-30户群众,大概有535家: 20-30户 大概有535家
三七互娱广州总部大楼、万力集团、广百新一城: 三七互娱/name 万力集团/name 广百/name 新一城/name
打通社区服务“最后100米”,在百米高空: 最后100米/name 百米
签约60个项目,附近3所学校,网上百件,系统一期: 60个 3所 百件 一期/ordinal
从3家增至5家,从3家到5家,3至5家: 3家 5家 3家 5家 3至5家
约2020年,2021天河峰会,2024家企业,2020年底: 2020年/date 2021/date 2024家 2020年底/date
前三季度,上半年,二〇二三年,90年代: 前三季度/date 上半年/date 二〇二三年/date 90年代/date
21世纪,8时30分,周三,每周一次: 21世纪/date 8时30分/date 周三/date 一次
一是抓项目。二是抓招商;三是抓服务: 一是/ordinal 二是/ordinal 三是/ordinal
世界500强企业3家,24小时,7×24小时: 500强/name 3家 24小时 7×24/name
""".strip().splitlines()


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.split(": ")[0])
def test_the_numbers_of_a_sentence_are_told_apart(sentence: str) -> None:
    text, found = sentence.rsplit(": ", 1)
    assert [number.text + "/" * bool(number.reason) + number.reason for number in numbers(text)] == found.split()


@pytest.mark.parametrize(
    "text", ["5G", "地铁11号线", "十四五", "六稳", "500强", "2021年", "第一", "1+2+3", "四个出新出彩", "统一"]
)
def test_names_dates_ordinals_and_idioms_are_no_quantities(text: str) -> None:
    assert [number.reason for number in numbers(text) if not number.reason] == []


def test_a_heading_number_counts_only_at_the_start_of_a_line() -> None:
    found = [(number.text, number.reason) for number in numbers("概述\n2 功能布局\n30 公里")]
    assert found == [("2", "ordinal"), ("30 公里", "")]


def test_contradicting_words_are_left_out_of_a_quantity_found_in_a_text() -> None:
    assert [number.text for number in numbers("约4万余人")] == ["4万余人"]


def test_no_word_stands_twice_in_the_tables() -> None:
    words = figures.NAMES + figures.IDIOMS
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("word", figures.NAMES + figures.IDIOMS)
def test_every_word_of_the_tables_is_found_whole(word: str) -> None:
    reason = "name" if word in figures.NAMES else "idiom"
    assert [(number.text, number.reason) for number in numbers(f"把{word},")] == [(word, reason)]


@pytest.mark.parametrize("unit", figures.UNITS)
def test_every_unit_is_read_whole(unit: str) -> None:
    assert quantity(f"3{unit}").base_unit == unit


SIZES = (("亿", 10**8), ("万", 10**4), ("千", 10**3), ("百", 10**2), ("十", 10))


def in_chinese(number: int) -> str:
    """The number in Chinese numerals, as a cheque has it: 10010 is 一万零一十."""
    if number < 10:
        return "零一二三四五六七八九"[number]
    mark, size = next((mark, size) for mark, size in SIZES if number >= size)
    head, rest = divmod(number, size)
    gap = "零" if rest and rest * 10 < size else ""
    return in_chinese(head) + mark + gap + (in_chinese(rest) if rest else "")


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_a_number_in_chinese_numerals_is_read_back(number: int) -> None:
    assert quantity(in_chinese(number)).value == number
    assert quantity(in_chinese(number) + "人").base_unit == "人"


@given(st.integers(min_value=0, max_value=9999))
def test_a_chinese_numeral_in_everyday_form_is_read_back(number: int) -> None:
    formal = in_chinese(number)
    everyday = formal.removeprefix("一") if 10 <= number < 20 else formal.replace("二百", "两百")
    assert quantity(everyday).value == number


decimals = st.decimals(min_value=0, max_value=10**40, allow_nan=False, places=4).map("{:f}".format)


@given(decimals, st.sampled_from([("万", 4), ("亿", 8), ("万亿", 12)]))
def test_a_scale_multiplies_exactly(printed: str, scale: tuple[str, int]) -> None:
    mark, exponent = scale
    read = quantity(f"{printed}{mark}元")
    assert str(read.base_value) == str(int(printed.replace(".", "")) * 10 ** (exponent - 4))


ALPHABET = (
    "0123456789０５．，％,.%-—~+:/()（） \n零〇一二两三四五六七八九十百千万亿点半几数双第成番倍分之翻了全应尽首位"
    "人家个年月日时天元米平方公里号线强级路期届次会议周星季度上下以内超过逾多余约近左右不少于大概有至到从"
    "若干代负系统传签附每GNPMkmABx×、。;“”稳保"
)
texts = st.one_of(st.text(), st.text(ALPHABET, max_size=40), st.text("0123456789.,亿万一二十百千-至年", max_size=25))


@given(texts)
def test_reading_any_text_as_a_figure_raises_nothing(text: str) -> None:
    read = quantity(text)
    assert read is None or read.figure == text and read.operator in figures.OPERATORS


@given(texts)
def test_the_numbers_of_any_text_are_in_order_and_in_their_places(text: str) -> None:
    end = 0
    for number in numbers(text):
        assert end <= number.start < number.end <= len(text)
        assert number.text == text[number.start : number.end]
        assert number.reason in figures.REASONS
        end = number.end


@given(texts)
def test_every_digit_and_numeral_of_any_text_lies_in_one_number(text: str) -> None:
    places = [place for number in numbers(text) for place in range(number.start, number.end)]
    for place, char in enumerate(text):
        if char in "0123456789０１２３４５６７８９零〇一二两三四五六七八九十百千万亿":
            assert places.count(place) == 1


@given(texts)
def test_every_possible_quantity_of_any_text_can_be_read(text: str) -> None:
    assert all(quantity(number.text) for number in numbers(text) if not number.reason)


amounts = st.builds("{}.{}{}".format, st.integers(0, 10**7), st.integers(0, 99), st.sampled_from("人家%元个"))


def without_operator(figure: str) -> tuple:
    read = quantity(figure)
    return read.value, read.upper, read.unit, read.base_value, read.base_upper, read.base_unit


@given(amounts, st.sampled_from([word for word in figures._BEFORE if word not in figures._BEFORE_SIZES]))
def test_a_word_before_changes_the_operator_and_nothing_else(amount: str, word: str) -> None:
    assert without_operator(word + amount) == without_operator(amount)
    assert (quantity(amount).operator, quantity(word + amount).operator) == ("eq", figures._BEFORE[word])


@given(amounts, st.sampled_from([word for word in figures._AFTER if word not in figures._AFTER_ONLY]))
def test_a_word_after_changes_the_operator_and_nothing_else(amount: str, word: str) -> None:
    assert without_operator(amount + word) == without_operator(amount)
    assert (quantity(amount).operator, quantity(amount + word).operator) == ("eq", figures._AFTER[word])
