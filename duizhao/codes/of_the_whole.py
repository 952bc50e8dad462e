"""The kinds of mistakes in what reports and shared records say together, in prose, in words and in templates.

What is wrong with one report by itself is left to `of_reports`.
"""

from __future__ import annotations

from .code import Code

WHOLE: dict[str, Code] = {
    "district-disagrees": Code(
        "The title or the id of a report names another district of the site than the one that it is given.",
        "id: qinghu-2022-work-report\ndistrict: baishi",
        "id: qinghu-2022-work-report\ndistrict: qinghu",
        ("reports_are_of_the_district_that_they_name",),
    ),
    "later-not-later": Code(
        "A later statement, quotation or text is not of a later report of the same district.",
        "- promise: qinghu-2022/t01\n  later: [baishi-2023/r04]",
        "- promise: qinghu-2022/t01\n  later: [qinghu-2023/r02]",
        ("only_promises_are_followed_up", "follow_ups_look_forward", "pairs_are_of_one_district"),
    ),
    "evidence-disagrees": Code(
        "A follow-up's evidence does not go with its later words, what is searched, its sentence, or when it was due.",
        "- promise: qinghu-2022/t01\n  evidence: not-found",
        "- promise: qinghu-2022/t01\n  evidence: not-found\n  searched: [新增就业, 就业人数]",
        (
            "evidence_fits",
            "nothing_past_is_not_due",
            "later_words_can_say_it",
            "silence_needs_a_later_report",
            "silence_quotes_nothing",
        ),
    ),
    "searched-found": Code(
        "A word that was searched for and not found does occur in a later report.",
        "searched: [就业]    # and a later report says 就业形势稳定",
        "searched: [新增就业]",
        ("searched_words_are_absent",),
    ),
    "term-english": Code(
        "A translation or gloss does not use a term's English where the Chinese has the term.",
        "term:  {zh: 邻里议事, en: neighbours deliberate}\nquote: 坚持邻里议事\ngloss: to keep up residents’ talks",
        "term:  {zh: 邻里议事, en: neighbours deliberate}\nquote: 坚持邻里议事\ngloss: to let neighbours deliberate",
        ("terms_keep_their_english",),
    ),
    "name-english": Code(
        "English does not call a place, an institution or another thing by its one name, or calls it what it must not.",
        "name:  {zh: 起步区, en: first-phase area, never: [start-up area]}\nquote: 建设起步区\n"
        "gloss: to build the start-up area",
        "name:  {zh: 起步区, en: first-phase area, never: [start-up area]}\nquote: 建设起步区\n"
        "gloss: to build the first-phase area",
        ("names_keep_their_english", "shared_records_keep_names", "prose_keeps_names"),
    ),
    "pinyin-disagrees": Code(
        "The pinyin of a term is none, or has another number of syllables than the term has characters.",
        "zh: 邻里议事\npinyin: lín lǐ yì",
        "zh: 邻里议事\npinyin: lín lǐ yì shì",
        ("pinyin_spells_its_term",),
    ),
    "source-misplaced": Code(
        "A term's level without where it is from, or the other way about, or a document where nothing is from outside.",
        "zh: 邻里议事\nlevel: city",
        "zh: 邻里议事\nlevel: city\nlevel_source: outside",
        ("levels_and_documents_say_where_they_are_from",),
    ),
    "follow-up-missing": Code(
        "A target, or a task on a named initiative, has no follow-up though a later text exists.",
        "content/follow-ups.yaml says nothing of qinghu-2022/t01",
        "- promise: qinghu-2022/t01\n  evidence: not-checked\n  because: {zh: 未查。, en: Not looked for yet.}",
        ("promises_are_followed_up",),
    ),
    "unit-disagrees": Code(
        "A measure's unit is not the unit of its indicator.",
        "indicator: {id: clinic-beds, unit: 张}\nmeasure:   {figure: 3家, unit: 家, indicator: clinic-beds}",
        "indicator: {id: clinic-beds, unit: 张}\nmeasure:   {figure: 3家, unit: 家, indicator: clinics}",
        ("units_agree",),
    ),
    "aspect-disagrees": Code(
        "A measure's aspect is not that of its indicator, or not what the words before its figure say.",
        "indicator: {id: clinic-beds, aspect: level}\nquote:   新增床位500张\n"
        "measure: {figure: 500张, aspect: increase, indicator: clinic-beds}",
        "indicator: {id: clinic-beds-added, aspect: increase}\nquote:   新增床位500张\n"
        "measure: {figure: 500张, aspect: increase, indicator: clinic-beds-added}",
        ("figures_have_the_aspect_that_is_said", "aspects_are_held", "aspects_agree"),
    ),
    "figure-elsewhere": Code(
        "A figure of what an indicator counts stands under none, and the indicator has no figure of the district.",
        "indicator: {id: clinic-beds, words: [病床]}    # and no figure of Baishi\n"
        "measure:   {figure: 300张, what: {zh: 在用病床, en: beds in use}}    # Baishi",
        "indicator:\n  id: clinic-beds\n  words: [病床]\n  elsewhere:\n  - statements: [baishi-2022/r04]\n"
        "    because: {zh: 只计在用的。, en: Only beds in use.}",
        ("figures_of_an_indicator_are_found",),
    ),
    "refusal-bare": Code(
        "A cell that refuses to be compared does not name the statements that it speaks of.",
        "cells:\n- district: baishi\n  state: not-comparable\n  because: {zh: 这里只计一条街。, en: One street only.}",
        "cells:\n- district: baishi\n  state: not-comparable\n  because: {zh: 这里只计一条街。, en: One street only.}\n"
        "  statements: [baishi-2022/r01]",
        ("refusals_name_what_they_speak_of",),
    ),
    "mention-missing": Code(
        "An initiative is said to belong to a district, and none of its texts names it, in whatever width.",
        "aliases: [东堤公园改造工程]\ndistricts: [qinghu]    # and its texts have 东堤公园改造",
        "aliases: [东堤公园改造工程, 东堤公园改造]\ndistricts: [qinghu]",
        ("initiatives_are_named_where_they_belong",),
    ),
    "alias-clash": Code(
        "Two initiatives or two terms claim the same words, or one both claims and disclaims them.",
        "- {id: east-park, aliases: [东堤公园, 东堤]}\n- {id: east-dyke, aliases: [东堤]}",
        "- {id: east-park, aliases: [东堤公园]}\n- {id: east-dyke, aliases: [东堤]}",
        ("aliases_have_one_owner", "aliases_mean_what_they_name", "names_are_no_other_name"),
    ),
    "numbers-unused": Code(
        "A word of content/numbers.yaml is passed over nowhere in the reports.",
        "- words: [三江口, 三汇口]    # no report names 三汇口",
        "- words: [三江口]",
        ("number_words_apply",),
    ),
    "reference-unknown": Code(
        "A link in prose names nothing that exists, or is no address that a page may have.",
        "[Qinghu](district:qingu) promised jobs.",
        "[Qinghu](district:qinghu) promised jobs.",
        ("prose_refers_to_what_exists", "pages"),
    ),
    "prose-html": Code(
        "Prose holds HTML, which is not passed on to pages.",
        "The <b>five</b> texts differ.",
        "The **five** texts differ.",
        ("prose_holds_no_html",),
    ),
    "prose-markdown": Code(
        "Markdown would lose something of the prose, or make it into something else.",
        "The texts:\n- of Qinghu\n- of Baishi",
        "The texts:\n\n- of Qinghu\n- of Baishi",
        ("prose_keeps_its_words",),
    ),
    "prose-size": Code(
        "A text of prose, a line or a paragraph of it is larger than any that is written by hand.",
        "a paragraph of 1,000 brackets that are never closed",
        "text in paragraphs; code between two lines of ```",
        ("prose_is_within_bounds",),
    ),
    "prose-unshown": Code(
        "A file of prose is named for no page that would show it, or has nothing to show.",
        "content/prose/abuot.en.md",
        "content/prose/about.en.md",
        ("prose_stands_on_a_page",),
    ),
    "string-missing": Code(
        "An interface word is missing in a language, or names what is not put in.",
        'count.reports: {en: "{number} reports"}',
        'count.reports: {en: "{count} report|{count} reports"}',
        ("words", "templates"),
    ),
    "template-error": Code(
        "A template cannot be read or rendered.",
        "<h1>{{ view.heading }}</h1>",
        "<h1>{{ view.title }}</h1>",
        ("templates",),
    ),
    "theme-unused": Code(
        "A template, static file or word of a site's own theme is used by no page.",
        "theme/hom.html",
        "theme/home.html",
        ("templates",),
    ),
    "address-clash": Code(
        "Two pages claim one address, or two things of a page one place on it.",
        "content/reports/silence/report.md    # follow-up/silence/ is the register of silence",
        "content/reports/qinghu-2020-silence/report.md",
        ("pages",),
    ),
}
