"""Who gave a report and who wrote a text, in both languages, and the day that only the news of the meeting tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.importers.people import Person, people_of

from .invented import LINES, MEETING, OPENING, SPEAKER, TITLE
from .made import DISTRICT, import_of

LIN = Person("林舟", "Lin Zhou")


@pytest.mark.parametrize(
    ("printed", "zh", "en"),
    [
        ("晴湖区人民政府区长 林舟", "晴湖区区长林舟", "Lin Zhou, head of Qinghu District"),
        ("区　长　　林　舟", "区长林舟", "Lin Zhou, head of Qinghu District"),
        ("某市晴湖区代区长林舟", "某市晴湖区代区长林舟", "Lin Zhou, acting head of Qinghu District"),
        ("远山县人民政府代理县长 林舟", "远山县代理县长林舟", "Lin Zhou, acting head of Yuanshan County"),
        ("远山市市长林舟", "远山市市长林舟", "Lin Zhou, mayor of Yuanshan City"),
        ("东浦新区区长林舟", "东浦新区区长林舟", ""),
        ("陕西省省长林舟", "陕西省省长林舟", "Lin Zhou, governor of Shaanxi Province"),
        ("省长 林舟", "省长林舟", ""),
        ("晴湖区人民政府副区长 林舟", "晴湖区副区长林舟", "Lin Zhou, deputy head of Qinghu District"),
        ("晴湖区常务副区长 林舟", "晴湖区常务副区长林舟", "Lin Zhou, executive deputy head of Qinghu District"),
        ("晴湖区人民政府原区长 林舟", "晴湖区原区长林舟", "Lin Zhou, former head of Qinghu District"),
        ("晴湖区前代区长 林舟", "晴湖区前代区长林舟", "Lin Zhou, former acting head of Qinghu District"),
        ("陕西省人民政府副省长 林舟", "陕西省副省长林舟", "Lin Zhou, vice governor of Shaanxi Province"),
        ("晴湖区委副书记、区长 林舟", "区长林舟", "Lin Zhou, head of Qinghu District"),
        ("晴湖区政府区长 林舟", "晴湖区政府区长林舟", "Lin Zhou, head of Qinghu District"),
        ("晴湖区政协主席 林舟", "晴湖区政协主席林舟", "Lin Zhou"),
        ("晴湖区政协副主席 林舟", "晴湖区政协副主席林舟", "Lin Zhou"),
        ("晴湖区人大主席 林舟", "晴湖区人大主席林舟", "Lin Zhou"),
        ("晴湖区时任区长 林舟", "晴湖区时任区长林舟", "Lin Zhou"),
        ("林　舟", "林舟", "Lin Zhou"),
        ("晴湖区财政局局长　林舟", "晴湖区财政局局长林舟", "Lin Zhou"),
        ("晴湖区人民法院院长 林舟", "晴湖区人民法院院长林舟", "Lin Zhou"),
        ("晴湖区人民检察院代理检察长 林舟", "晴湖区人民检察院代理检察长林舟", "Lin Zhou"),
        ("区发展和改革委员会主任 林舟", "区发展和改革委员会主任林舟", "Lin Zhou"),
    ],
)
def test_a_speaker_is_named_with_the_office(printed: str, zh: str, en: str) -> None:
    assert people_of("work-report", {"speaker": printed}, "", DISTRICT) == (Person(zh, en), LIN)


@pytest.mark.parametrize("printed", ["", "晴湖区人民政府", "区长", "局长", "晴湖区人民法院院长", "由区长作报告的会议"])
def test_where_nobody_is_named_nobody_is_guessed(printed: str) -> None:
    assert people_of("work-report", {"speaker": printed}, "", DISTRICT) == (None, None)


@pytest.mark.parametrize(
    ("byline", "zh", "en"),
    [
        ("林舟", "林舟", "Lin Zhou"),
        ("林舟、曾小安", "林舟、曾小安", "Lin Zhou; Zeng Xiao’an"),
        ("记者 林舟 通讯员 欧阳一", "林舟、欧阳一", "Lin Zhou; Ouyang Yi"),
    ],
)
def test_writers_of_a_feature_are_its_authors(byline: str, zh: str, en: str) -> None:
    assert people_of("feature", {"byline": byline}, "", DISTRICT) == (None, Person(zh, en))


def test_an_office_is_no_writer_of_whom_a_name_could_be_taken_apart() -> None:
    assert people_of("feature", {"byline": "晴湖区融媒体中心"}, "", DISTRICT) == (None, None)


def test_the_news_before_a_report_tells_the_day_and_who_spoke(tmp_path: Path) -> None:
    news = "2月8日，晴湖区第六届人民代表大会第三次会议召开，晴湖区代区长林舟向大会作政府工作报告，以下是报告的全文。"
    one = import_of("a.txt", "\n".join((news, OPENING, *LINES[5:])).encode(), tmp_path)
    keys = one.draft.keys
    assert keys["speaker"] == {"zh": "晴湖区代区长林舟", "en": "Lin Zhou, acting head of Qinghu District"}
    assert keys["author"] == {"zh": "林舟", "en": "Lin Zhou"}
    assert (keys["date"], keys["date_basis"]) == ("2023-02-08", "inferred")
    assert keys["date_note"] == {
        "zh": "原文只写“2月8日”，年份据各部分标题推定。",
        "en": "The capture prints 8 February alone; the year is inferred from the headings of its parts.",
    }


def test_a_day_that_no_calendar_has_is_none(tmp_path: Path) -> None:
    news = "2月30日，晴湖区第六届人民代表大会第三次会议召开，会议听取了政府工作报告，以下是报告的全文，请各位代表审议。"
    one = import_of("a.txt", "\n".join((news, OPENING, *LINES[5:])).encode(), tmp_path)
    assert one.draft.keys["date"] == "2023"


# A head in lines, and what it tells: the day, the meeting as it is printed, who spoke.
MEETING_ALONE = "晴湖区第六届人民代表大会第三次会议"


@pytest.mark.parametrize(
    ("head", "day", "occasion", "speaker"),
    [
        ("报告人：林舟", "2023", "", "林舟"),
        ("报 告 人：林 舟", "2023", "", "林舟"),
        ("主讲人：林舟同志", "2023", "", "林舟"),
        ("（报告人：晴湖区人民政府区长 林舟）", "2023", "", "晴湖区区长林舟"),
        ("报告人：\n林舟", "2023", "", "林舟"),
        ("区长：林舟", "2023", "", "区长林舟"),
        ("区长：\n林舟", "2023", "", "区长林舟"),
        ("晴湖区代区长： 林　舟", "2023", "", "晴湖区代区长林舟"),
        ("晴湖区人民政府区长 林舟（女，回族）", "2023", "", "晴湖区区长林舟"),
        ("区长 林舟（2023年2月8日）", "2023-02-08", "", "区长林舟"),
        ("2023.2.8　区长林舟", "2023-02-08", "", "区长林舟"),
        (f"——2023年2月8日在{MEETING_ALONE}上　区长：林舟", "2023-02-08", MEETING_ALONE, "区长林舟"),
        (f"——2023年2月8日在{MEETING_ALONE}上　林 舟", "2023-02-08", MEETING_ALONE, "林舟"),
        (f"在{MEETING_ALONE}上（2023.2.8）", "2023-02-08", MEETING_ALONE, ""),
        (f"在{MEETING_ALONE}上（2023年2月8日）", "2023-02-08", MEETING_ALONE, ""),
        (f"（2023-02-08在{MEETING_ALONE}上）\n林舟", "2023-02-08", MEETING_ALONE, "林舟"),
        (f"（2023年2月8日至10日在{MEETING_ALONE}上）", "2023-02-08", MEETING_ALONE, ""),
        (f"（2023年2月8日{MEETING_ALONE}通过）", "2023-02-08", MEETING_ALONE, ""),
        (f"（{MEETING_ALONE}2023年2月8日审议批准）", "2023-02-08", MEETING_ALONE, ""),
        ("晴湖区财政局局长　林舟", "2023", "", "晴湖区财政局局长林舟"),
        ("晴湖区人民法院院长\n林　舟", "2023", "", "晴湖区人民法院院长林舟"),
        ("晴湖区人民检察院代检察长：林舟", "2023", "", "晴湖区人民检察院代检察长林舟"),
        (f"2023年2月8日在{MEETING_ALONE}上　区财政局局长 林舟", "2023-02-08", MEETING_ALONE, "区财政局局长林舟"),
        (f"{MEETING_ALONE}文件（二） 2023年2月8日", "2023-02-08", MEETING_ALONE, ""),
    ],
)
def test_a_head_tells_day_meeting_and_speaker_in_any_order(
    head: str, day: str, occasion: str, speaker: str, tmp_path: Path
) -> None:
    one = import_of("a.txt", "\n".join((LINES[0], head, *LINES[4:])).encode(), tmp_path)
    told = one.draft.keys.get("speaker", {})
    assert isinstance(told, dict)
    assert (one.draft.keys["date"], told.get("zh", "")) == (day, speaker)
    assert one.draft.printed.get("occasion", "") == occasion


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2023-02-20 区政府办",
        "2023-02-20 10:20 区长信箱",
        "区长：林舟 副区长：王强",
        "报告人：办公室",
        "2023-02-20 林舟",
        "联系人：林舟",
        "区长热线：12345",
        "局长信箱",
        "财政局局长：林舟 副局长：王强",
    ],
)
def test_lines_of_a_page_name_no_speaker(line: str, tmp_path: Path) -> None:
    one = import_of("a.txt", "\n".join((LINES[0], line, *LINES[4:])).encode(), tmp_path)
    assert "speaker" not in one.draft.printed


@pytest.mark.parametrize("line", ["报告人：", "报 告 人：", "（主讲人：）", "报告人：（女）", "报告人：同志"])
def test_a_word_for_who_speaks_without_a_name_is_no_speaker(line: str, tmp_path: Path) -> None:
    one = import_of("a.txt", "\n".join((LINES[0], line, "2023年2月8日", *LINES[4:])).encode(), tmp_path)
    assert "speaker" not in one.draft.printed and one.draft.keys["date"] == "2023-02-08"


@pytest.mark.parametrize(
    ("line", "title", "day", "speaker"),
    [
        ("晴湖区政府工作报告 区长 林舟 2023年2月8日", "晴湖区政府工作报告", "2023-02-08", "区长林舟"),
        ("2023年晴湖区政府工作报告（区长林舟2023年2月8日）", "2023年晴湖区政府工作报告", "2023-02-08", "区长林舟"),
        ("晴湖区政府工作报告（2023年2月8日 区长 林舟）", "晴湖区政府工作报告", "2023-02-08", "区长林舟"),
        ("2023年2月8日 晴湖区政府工作报告 区长 林舟", "晴湖区政府工作报告", "2023-02-08", "区长林舟"),
        (f"2023年2月8日在{MEETING_ALONE}上政府工作报告 区长 林舟", "政府工作报告", "2023-02-08", "区长林舟"),
        (f"晴湖区政府工作报告——2023年2月8日在{MEETING_ALONE}上 林舟", "晴湖区政府工作报告", "2023-02-08", "林舟"),
        ("晴湖区人民法院工作报告 院长 林舟", "晴湖区人民法院工作报告", "2023", "院长林舟"),
        ("政府工作报告——区长林舟", "政府工作报告", "2023", "区长林舟"),
        ("晴湖区\n2023年政府工作报告 区长 林舟", "晴湖区2023年政府工作报告", "2023", "区长林舟"),
        ("政府工作报告区长林舟", "政府工作报告区长林舟", "2023", ""),
        ("政府工作报告 2023年2月8日", "政府工作报告 2023年2月8日", "2023", ""),
        ("晴湖区政府工作报告 区长信箱", "晴湖区政府工作报告 区长信箱", "2023", ""),
    ],
)
def test_a_title_keeps_its_words_beside_who_spoke_in_one_line(
    line: str, title: str, day: str, speaker: str, tmp_path: Path
) -> None:
    one = import_of("a.txt", "\n".join((line, *LINES[3:])).encode(), tmp_path)
    printed = one.draft.printed
    assert (printed["title"], one.draft.keys["date"]) == (title, day)
    assert "".join(printed.get("speaker", "").split()) == speaker


def test_a_title_is_kept_where_other_lines_tell_what_else_is_in_its_line(tmp_path: Path) -> None:
    lines = (MEETING, "晴湖区政府工作报告 区长 林舟 2023年2月8日", SPEAKER, *LINES[3:])
    printed = import_of("a.txt", "\n".join(lines).encode(), tmp_path).draft.printed
    assert (printed["title"], printed["speaker"]) == ("晴湖区政府工作报告", "区长 林舟")
    assert printed["occasion"] == MEETING_ALONE


@pytest.mark.parametrize(
    ("above", "title", "below", "speaker"),
    [
        (("院长 简介",), TITLE, ("林 舟",), "林舟"),
        (("部长通道", "局长 致辞"), TITLE, ("林 舟",), "林舟"),
        (("院长 王明",), TITLE, ("林舟",), "林舟"),
        (("院　长　王　明",), TITLE, ("林舟",), "林舟"),
        ((), TITLE, ("林舟", "区政府秘书长 王明"), "林舟"),
        (("院长 王明",), TITLE, ("林舟", "检察长 李华"), "林舟"),
        (("法院院长 王明",), "晴湖区人民检察院工作报告", ("检察长 林舟",), "检察长林舟"),
        ((), "晴湖区2022年预算执行情况的报告", ("林舟", "财政局局长 王明"), "财政局局长王明"),
        ((), TITLE, ("区政府秘书长 林舟",), "区政府秘书长林舟"),
    ],
)
def test_an_office_of_another_house_than_the_title_has_outranks_no_name(
    above: tuple[str, ...], title: str, below: tuple[str, ...], speaker: str, tmp_path: Path
) -> None:
    one = import_of("a.txt", "\n".join((*above, title, MEETING, *below, *LINES[3:])).encode(), tmp_path)
    assert "".join(one.draft.printed["speaker"].split()) == speaker
