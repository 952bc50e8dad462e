"""Every number of a text is found and told apart: quantities, dates, ordinals, names and idioms."""

from __future__ import annotations

import pytest
from hypothesis import given

from duizhao.text.lexicon import Lexicon
from duizhao.text.numbers import REASONS, Number, numbers
from duizhao.text.quantity import quantity

from .chinese import texts

# Words of the places that the sentences below come from.
LOCAL = Lexicon(
    tuple(
        (word, reason)
        for reason, words in {
            "name": "天河 四级责任体系 暖企15条 两轴两带多片区 三河五岸 万千百十 两个直奔 "
            "三七互娱 万力集团 广百 新一城",
            "idiom": "一住就是",
        }.items()
        for word in words.split()
    )
)
# A text and its numbers in order; one that is no quantity with its reason behind a slash.
SENTENCES = """
启动一二三级应急响应,一二三期工程,二三四批次: 一二三级/label 一二三期/label 二三四批次/label
一二三年级学生,按三七分成: 一二三年级/label 三七分成/label
每千克3元,每平方千米1200人: 千克/name 3元 千米/name 1200人
密度1200人/平方千米,造价2亿元/千米,油耗3.5升/百公里: 1200人/平方千米 2亿元/千米 3.5升/百公里
案例2：5家企业抱团,专栏1：10大工程,任务3：6月底前完成: 2/ordinal 5家 1/ordinal 10大 3/ordinal 6月底/date
目标1：2025年建成,师生比达到1：15,任务配比3：7: 1/ordinal 2025年/date 1：15 3：7
促进第一、第二产业融合,场景1:1复原: 第一/ordinal 第二/ordinal 1:1
由全市第12升至第8,同比由第9前移至第6,从第15上升到第10: 第12 第8 第9 第6 第15 第10
完成1∶5万地质调查,比例尺1：2000: 1∶5万 1：2000
容积率由1.5提高到3.0,密度不高于4.0,空气质量综合指数同比下降至4.0: 1.5 3.0 不高于4.0 4.0
城乡收入比缩小到2.0,满意度评分5.0,容积率2.0—3.0: 2.0 5.0 2.0—3.0
率先启动数字政府2.0,办事效率4.0,城市活力指数2.0版: 2.0/name 4.0/name 2.0/name
发展“双12条”措施: 12条
“618”“双11”销售,京东618、双12拉动,618、双11带动: 618/label 双11/date 618/date 双12/date 618/date 双11/date
研发人员全时当量120人年,每万名职工35.2人年,培训5万人年均增长3%: 120人年 万名/name 35.2人年 5万人 3%
不等十天半月,不拖一年半载: 十天半月/idiom 一年半载/idiom
气温从零下20℃升至零上10℃,新增零上市企业: 零下20℃ 零上10℃ 零/idiom
从-3%到-1%,3--5家,2021--2023年: -3% -1% 3--5家 2021--2023年/date
绿地率不应低于35%,始终未低于30%,支出不突破500万元: 不应低于35% 未低于30% 不突破500万元
无超过15天的积案,不得有超过2次违规,不止于3个: 无超过15天 不得有超过2次 不止于3个
未来突破10%,不断突破20亿元,无不超过5%,淹没超过3亩: 突破10% 突破20亿元 超过5% 超过3亩
投资过5亿元项目7个,4个过五百亿的县市,服务过2万名群众: 过5亿元 7个 4个 过五百亿 2万名
客流已破300万人次,今年已破1.2万起案件: 破300万人次 1.2万起
项目5000万元(含)以上,人才60周岁以上（不含60周岁）: 5000万元(含)以上 60周岁以上（不含60周岁）
栽植玫瑰20万墩以上,90后以上学员: 20万墩以上 90后/name
不止一次强调,不止三次检查: 不止一次/idiom 不止三次
于2019、2020、2021年认定三批: 2019、2020、2021年/date 三批
公布2022、2023、2024年度结果,2021、2022两年: 2022、2023、2024年度/date 2021、2022/date 两年
2018、2019和2020年培养2022、2023届毕业生: 2018、2019和2020年/date 2022、2023届/ordinal
种植玫瑰2000墩,更新路灯1980杆,配备2000志愿者;举办2022西岭湖论坛: 2000 1980 2000 2022/date
总量连续十三年全市第一,提前完成“十三五”总量目标: 十三年 第一 十三五/name
新增“四上”企业1994家,125个“攻城拔寨”项目完成投资172.8亿元: 四上/name 1994家 125个 172.8亿元
5家企业入选全国互联网企业百强,占全市63%: 5家 百强/name 63%
实现税收收入877.6亿元,下降1.7%;一般公共预算收入77.1亿元: 877.6亿元 1.7% 一般/idiom 77.1亿元
新建、改建公厕131座,提前一年完成“厕所革命”三年行动计划: 131座 一年 三年行动/name
成功举办2019中国幸福城市论坛: 2019/date
圆满完成新中国成立70周年系列活动保障工作: 70周年/ordinal
新增环卫机械831台,主次干道机械化清扫作业率100%,连续四年获评A档: 831台 100% 四年
构建区、街、社区、网格“四级责任体系”,全区4.7万余名在册党员: 四级责任体系/name 4.7万余名
迅速建立“1+2+3”工作体系,及时出台“暖企15条”等惠企政策: 1+2+3/name 暖企15条/name
一季度GDP增长-0.3%,增速全市第一: 一季度/date -0.3% 第一
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
精度3×4米,用水5.2×10⁴立方米,面积10²平方米: 3×4米/name 5.2×10⁴立方米 10
世界500强企业3家,24小时,7×24小时: 500强/name 3家 24小时 7×24/name
""".strip().splitlines()


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.split(": ")[0])
def test_the_numbers_of_a_sentence_are_told_apart(sentence: str) -> None:
    text, found = sentence.rsplit(": ", 1)
    assert [number.text + "/" * bool(number.reason) + number.reason for number in numbers(text, LOCAL)] == found.split()


# A text and what its numbers state: figure, operator, value or ends, unit; one that is no quantity with its reason.
READINGS = """
全年完成投资1千多万元: 1千多万元 gt 10000000 元
争取资金3千余万元,惠及5百多万人: 3千余万元 gt 30000000 元; 5百多万人 gt 5000000 人
总产值2千多亿元,其中工业2万余亿元: 2千多亿元 gt 200000000000 元; 2万余亿元 gt 2000000000000 元
修路花去1百来万元: 1百来万元 approx 1000000 元
新增商户1千多家,铺设管线1千多公里: 1千多家 gt 1000 家; 1千多公里 gt 1000 公里
改造老屋3千5百家,补助3千5百余万元: 3千5百家 eq 3500 家; 3千5百余万元 gt 35000000 元
完成投资一亿二千多万元: 一亿二千多万元 gt 120000000 元
完成投资1亿2000余万元,税收1亿2千多万元: 1亿2000余万元 gt 120000000 元; 1亿2千多万元 gt 120000000 元
入驻商户二十七八家: 二十七八家 range 27 28 家
覆盖三千五六百户、一百二三十人: 三千五六百户 range 3500 3600 户; 一百二三十人 range 120 130 人
增长十二三万元,达到十七八亿元: 十二三万元 range 120000 130000 元; 十七八亿元 range 1700000000 1800000000 元
接待十五六万人、两万七八千户: 十五六万人 range 150000 160000 人; 两万七八千户 range 27000 28000 户
树龄一千二三百年,共一百零七八棵: 一千二三百年 range 1200 1300 年; 一百零七八棵 range 107 108 棵
近郊千五六百人,投资三亿五六千万元: 千五六百人 range 1500 1600 人; 三亿五六千万元 range 350000000 360000000 元
来了一百几十人,三千几百户,两亿几千万元: 一百几十人 gt 100 人; 三千几百户 gt 3000 户; 两亿几千万元 gt 200000000 元
到十一两天接待游客: 十一 label; 两天 eq 2 天
审批时限由20日压缩至5日: 20日 eq 20 日; 5日 eq 5 日
较法定时限缩短3日,提前15日完成: 3日 eq 3 日; 15日 eq 15 日
连续14日无新增,公示7日,不超过5日: 14日 eq 14 日; 7日 eq 7 日; 不超过5日 le 5 日
从45日减至9日,历时3至5日: 45日 eq 45 日; 9日 eq 9 日; 3至5日 range 3 5 日
每月5日接访,15日上午开馆,6月20日至25日举行: 5日 date; 15日 date; 6月20日至25日 date
分别缩短20日、15日和9日: 20日 eq 20 日; 15日 eq 15 日; 9日 eq 9 日
奖励亿元企业2家,减免百亿元产业园区租金: 亿元 name; 2家 eq 2 家; 百亿元 name
缩短了3日,压缩近20日,连续奋战15日: 3日 eq 3 日; 近20日 approx 20 日; 15日 eq 15 日
从法定20日压至平均3日,3日办结,有效期15日: 20日 eq 20 日; 3日 eq 3 日; 3日 eq 3 日; 15日 eq 15 日
需15日前完成,公示期至20日,活动由5日延长至9日: 15日 date; 20日 date; 5日 date; 9日 date
三四月份动工,十一二月完工: 三四月份 date; 十一二月 date
占百分之七八,降百分之十五六: 百分之七八 range 7 8 %; 百分之十五六 range 15 16 %
截至20日,20日至25日,提前至15日: 20日 date; 20日至25日 date; 15日 date
承办3届中国户外大会,举办五届中国茶博会: 3届 eq 3 届; 五届 eq 5 届
成功举办6届,市委主要领导出席: 6届 eq 6 届
召开区委六届三次全会,市十二届委员会,三届中央纪委: 六届 ordinal; 三次 ordinal; 十二届 ordinal; 三届 ordinal
师生比由1:18优化到1:15,杠杆率达1:16: 1:18 ratio; 1:15 ratio; 1:16 ratio
撬动社会资本1:25,按1:20配备,产业结构12:30:58: 1:25 ratio; 1:20 ratio; 12:30:58 ratio
2026-02-03 09:02:33发布,12:30:00截止: 2026-02-03 date; 09:02:33 date; 12:30:00 date
比赛8:30开始,配备医生每天13:10上岗: 8:30 date; 13:10 date
设立三亿元产业基金,安排两亿元产业资金: 三亿元 eq 300000000 元; 两亿元 eq 200000000 元
投入五千万元平台建设资金,拨付三千万元企业纾困资金: 五千万元 eq 50000000 元; 三千万元 eq 30000000 元
发放八千万元企业贷款,下达亿元项目补助: 八千万元 eq 80000000 元; 亿元 eq 100000000 元
筹集两亿元园区建设款: 两亿元 eq 200000000 元
投入一亿元、一千万元: 一亿元 eq 100000000 元; 一千万元 eq 10000000 元
惠及一万户、一千家,新建一百所、一千户: 一万户 eq 10000 户; 一千家 eq 1000 家; 一百所 eq 100 所; 一千户 eq 1000 户
万亿级商圈、千亿级产业集群、十亿级税收楼宇: 万亿级 name; 千亿级 name; 十亿级 name
百亿元企业2家,打造百亿元产业集群,培育亿元项目5个: 百亿元 name; 2家 eq 2 家; 百亿元 name; 亿元 label; 5个 eq 5 个
推行一村一品、一镇一业,一园区、一产业: 一村一品、一镇一业 label; 一园区、一产 label
区9届3次会议: 9届 ordinal; 3次 ordinal
成功举办十四届全运会,连续举办十二届年会: 十四届 ordinal; 十二届 eq 12 届
功率120KW,建成50MWp光伏,发电3亿kwh: 120KW eq 120 KW; 50MWp eq 50 MWp; 3亿kwh eq 300000000 kwh
PM10为45ug/m3,降至28μg/m³以下: PM10 name; 45ug/m3 eq 45 ug/m3; 28μg/m³以下 le 28 μg/m³
日供水10万t/d,氨氮0.8mg/L,流量3m³/s: 10万t/d eq 100000 t/d; 0.8mg/L eq 0.8 mg/L; 3m³/s eq 3 m³/s
死亡率为9.5/10万,控制在8/10万以内: 9.5/10万 eq 9.5 1/100000; 8/10万以内 le 8 1/100000
发案率1.5/万,3/千,完成2/3: 1.5/万 eq 1.5 ‱; 3/千 eq 3 ‰; 2/3 eq 2 1/3
误差10万分之一: 10万分之一 eq 1 1/100000
95后、85后和80、90后创业: 95后、85后和80、90后 name
2000后出台,指标达95后续跟进: 2000 date; 95 eq 95
每天8点至12点开放,早8点至晚9点营业: 8点至12点 date; 8点至晚9点 date
整治8至12处,下降8点: 8至12处 range 8 12 处; 8点 eq 8 点
排名倒数第三,列倒数前三名,位居全市第三: 第三 ordinal; 前三名 ordinal; 第三 rank 3 位
查找短板不足28项,人数不足28人,展板不足3块: 28项 eq 28 项; 不足28人 lt 28 人; 不足3块 lt 3 块
获两届中央表彰,财政资金按1:15撬动,同比12:00: 两届 eq 2 届; 1:15 ratio; 12:00 date
完成一亿元产业投资,投入资金五千万元企业受益: 一亿元 eq 100000000 元; 五千万元 eq 50000000 元
8点半至12点,晚上8点至次日6点,21点以后: 8点半至12点 date; 8点至次日6点 date; 21点 date
提出3点、5点: 3点 eq 3 点; 5点 eq 5 点
气温15°C: 15°C eq 15 °C
2日办结、3日发证,13月45日: 2日 eq 2 日; 3日 eq 3 日; 13 eq 13; 45日 date
产值1百多个亿: 1百多个亿 gt 10000000000
""".strip().splitlines()


def stated(number: Number) -> str:
    """The number with what it states, as the table above has it."""
    if not (read := number.quantity):
        return f"{number.text} {number.reason}"
    ends = [f"{end:f}" for end in (read.base_value, read.base_upper) if end is not None]
    return " ".join((number.text, read.operator, *ends, read.base_unit)).rstrip()


@pytest.mark.parametrize("gap", ["", " ", "\u3000", "\n", "\r\n  "])
def test_no_gap_parts_a_bound_from_what_denies_it(gap: str) -> None:
    (found,) = numbers(f"活动不得{gap}少于 3 小时")
    assert (found.text, found.quantity.operator) == (f"不得{gap}少于 3 小时", "ge")


@pytest.mark.parametrize("row", READINGS, ids=lambda row: row.split(": ")[0])
def test_the_numbers_of_a_text_are_read_whole(row: str) -> None:
    text, read = row.rsplit(": ", 1)
    assert [stated(number) for number in numbers(text)] == read.split("; ")


# What local words change: the text, its numbers without them and with them.
UNKNOWN = """
2021天河峰会 | 2021天 | 2021/date
暖企15条,党建365 | 15条 365 | 暖企15条/name 365
广百新一城 | 百新一城/label | 广百/name 新一城/name
曾一住就是四十年 | 一/label 四十年 | 一住就是/idiom 四十年
万力集团3家 | 万/label 3家 | 万力集团/name 3家
""".strip().splitlines()


@pytest.mark.parametrize("row", UNKNOWN, ids=lambda row: row.split(" | ")[0])
def test_words_of_one_place_are_known_by_its_lexicon_alone(row: str) -> None:
    text, without, told = row.split(" | ")
    for found, lexicon in ((without, Lexicon()), (told, LOCAL)):
        assert [n.text + "/" * bool(n.reason) + n.reason for n in numbers(text, lexicon)] == found.split()


def test_a_local_word_is_found_in_whatever_width_it_is_written() -> None:
    wide = Lexicon((("暖企１５条", "label"),))
    assert [(n.text, n.reason) for n in numbers("暖企15条和暖企１５条", wide)] == [
        ("暖企15条", "label"),
        ("暖企１５条", "label"),
    ]


def test_coming_to_a_city_is_no_stretch_of_time_up_to_now() -> None:
    found = [(n.text, n.reason) for n in numbers("满5年来沪人员子女,三年来深入推进,两年来华务工")]
    assert found == [("5年", ""), ("三年来", "date"), ("两年", "")]


@pytest.mark.parametrize(
    "text", ["5G", "地铁11号线", "十四五", "六稳", "500强", "2021年", "第一", "1+2+3", "四个自信", "统一"]
)
def test_names_dates_ordinals_and_idioms_are_no_quantities(text: str) -> None:
    assert [number.reason for number in numbers(text) if not number.reason] == []


def test_a_heading_number_counts_only_at_the_start_of_a_line() -> None:
    found = [(number.text, number.reason) for number in numbers("概述\n2 功能布局\n30 公里")]
    assert found == [("2", "ordinal"), ("30 公里", "")]


def test_contradicting_words_are_left_out_of_a_quantity_found_in_a_text() -> None:
    assert [number.text for number in numbers("约4万余人")] == ["4万余人"]


def test_a_year_is_a_date() -> None:
    assert [(number.text, number.reason) for number in numbers("到2021年")] == [("2021年", "date")]


@given(texts)
def test_the_numbers_of_any_text_are_in_order_and_in_their_places(text: str) -> None:
    end = 0
    for number in numbers(text):
        assert end <= number.start < number.end <= len(text)
        assert number.text == text[number.start : number.end]
        assert number.reason in REASONS
        end = number.end


@given(texts)
def test_every_digit_and_numeral_of_any_text_lies_in_one_number(text: str) -> None:
    places = [place for number in numbers(text) for place in range(number.start, number.end)]
    for place, char in enumerate(text):
        if char in "0123456789０１２３４５６７８９零〇一二两三四五六七八九十百千万亿廿卅卌俩仨萬①⑳Ⅰ½⅞㈠⑴⒈":
            assert places.count(place) == 1


@given(texts)
def test_every_possible_quantity_of_any_text_is_read_and_nothing_else(text: str) -> None:
    for number in numbers(text):
        assert bool(number.quantity) != bool(number.reason)
        alone = quantity(number.text)
        if number.quantity and alone:
            # In a list it may have the scale, the unit and the bound of another item.
            assert number.quantity.value == alone.value
            assert alone.base_unit in ("", number.quantity.base_unit)
        elif number.quantity:
            assert number.quantity.operator == "rank"


@pytest.mark.parametrize("text", ["建成10^4½平方米", "2×10^3½", "第3½", "A4½", "5.2×10⁴×10^99⅔", "第3½、½½"])
def test_a_fraction_behind_a_digit_that_is_taken_ends_the_search_for_numbers(text: str) -> None:
    found = numbers(text)
    assert all(one.start < one.end for one in found) and found[-1].end >= len(text) - 3
