"""An invented report of an invented district, for what captures of it are made of."""

from __future__ import annotations

TITLE = "2023年晴湖区政府工作报告"
MEETING = "——2023年2月8日在晴湖区第六届人民代表大会第三次会议上"
SPEAKER = "晴湖区人民政府区长 林舟"
GREETING = "各位代表："
PARTS = ("一、2022年工作回顾", "二、2023年工作安排")
LEADS = ("（一）产业根基更加牢固。", "（二）城区面貌持续改善。", "（一）坚持项目为先。", "（二）坚持民生为本。")
BODIES = (
    "全区生产总值达到486.2亿元，比上年增长5.3%；新引进企业127家，其中规模以上工业企业14家，晴湖产业园二期建成投用，"
    "为全区提供了三千多个就业岗位。",
    "改造老旧小区23个，惠及居民8600户；新增口袋公园6个，晴湖西路等4条道路全线贯通，居民出行时间明显缩短。",
    "今年计划实施重点项目58个，年度完成投资92亿元以上，力争晴湖东站年底前开工建设，带动沿线片区整体开发。",
    "新增公办幼儿园学位1500个，新建社区食堂12家，城镇新增就业9000人，让晴湖区居民在家门口享受更好的服务。",
)
OPENING = "现在，我代表晴湖区人民政府，向大会报告工作，请予审议，并请各位政协委员和列席人员提出意见。"
CLOSING = "各位代表，蓝图已经绘就，关键在于实干。让我们团结一心、奋勇前行，为建设美丽富裕的晴湖区而努力奋斗！"
# The lines of the whole report, the first four about it.
LINES = (
    *(TITLE, MEETING, SPEAKER, GREETING, OPENING),
    *(PARTS[0], LEADS[0] + BODIES[0], LEADS[1] + BODIES[1]),
    *(PARTS[1], LEADS[2] + BODIES[2], LEADS[3] + BODIES[3]),
    CLOSING,
)
TEXT = "\n".join(LINES) + "\n"
# What the text of the report is to be: the level and the words of each block.
BLOCKS = [
    (0, OPENING),
    (1, PARTS[0]),
    (2, LEADS[0]),
    (0, BODIES[0]),
    (2, LEADS[1]),
    (0, BODIES[1]),
    (1, PARTS[1]),
    (2, LEADS[2]),
    (0, BODIES[2]),
    (2, LEADS[3]),
    (0, BODIES[3]),
    (0, CLOSING),
]

# A text of so many paragraphs that those which are broken at one width are joined by a rule.
BLANKS = "\u3000\u3000"
SENTENCES = tuple(body.replace("；", "，") for body in BODIES)
WRAPPED = (OPENING, PARTS[0], *(f"第{n}组的{SENTENCES[n % 4]}" for n in range(1, 8)), PARTS[1], *SENTENCES)


def wrapped(indent: str, between: str) -> str:
    """The paragraphs of that text broken at 30 characters, each behind an indent."""
    broken = (indent + line for line in WRAPPED)
    return between.join("".join(f"{line[at : at + 30]}\n" for at in range(0, len(line), 30)) for line in broken)
