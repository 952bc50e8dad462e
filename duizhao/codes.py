"""The kinds of mistakes: for each code what it means, an example with what to write instead, and what finds it.

How a mistake is placed and shown is left to `issues`; this table is what `explain` and the manual read.
"""

from __future__ import annotations

from dataclasses import dataclass

# Where a mistake in the form of a file is found, and one in the making of pages. What breaks a rule has the name of the
# rule instead, a function of content/report_rules/ or corpus/rules/: it may find what names it here, and nothing else.
STAGES: dict[str, str] = {
    "files": "while files are looked for and decoded",
    "yaml": "while a file is read as YAML",
    "records": "while the keys of a record are read",
    "report": "while the files of a report are looked for and decoded",
    "words": "while interface words are held against the code and the templates",
    "templates": "while templates are read and rendered",
    "pages": "while pages are given their addresses",
}


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of mistake: its meaning, a few lines that have it, the same without it, and the stages or rules."""

    meaning: str
    wrong: str
    right: str
    rules: tuple[str, ...]


# In the order in which the manual lists them. A test holds a case folder to each.
CODES: dict[str, Code] = {
    "yaml-syntax": Code(
        "The file is not YAML.",
        "name: {zh: 养老, en: Care: the elderly}",
        'name: {zh: 养老, en: "Care: the elderly"}',
        ("yaml",),
    ),
    "duplicate-key": Code(
        "A mapping names the same key twice; YAML would keep the last in silence.",
        'adcode: "990101"\nadcode: "990102"',
        'adcode: "990102"',
        ("yaml",),
    ),
    "full-width-colon": Code(
        "A full-width colon (：) stands where YAML needs an ASCII one, so that the line is one string.",
        "kind：target",
        "kind: target",
        ("yaml", "records"),
    ),
    "look-alike": Code(
        "A character only looks like the ASCII one that is needed: full-width, a curly quote, a dash, a blank.",
        "adcode: “９９０１０１”",
        'adcode: "990101"',
        ("yaml", "records"),
    ),
    "unknown-key": Code(
        "A key that this kind of record does not have.",
        "- id: qinghu\n  nome: {zh: 青湖区, en: Qinghu}",
        "- id: qinghu\n  name: {zh: 青湖区, en: Qinghu}",
        ("records", "words"),
    ),
    "missing-key": Code(
        "A key that this kind of record must have is absent.",
        "- {id: jobs}",
        "- {id: jobs, name: {zh: 就业, en: Jobs}}",
        ("records",),
    ),
    "wrong-type": Code(
        "A value is not of the type that its key takes.",
        "themes: jobs",
        "themes: [jobs]",
        ("yaml", "records", "words"),
    ),
    "wrong-language": Code(
        "Words stand where those of the other language are needed: Chinese under `en`, English under `zh`.",
        "gloss: 新增就业4万人以上",
        "gloss: at least 40,000 new jobs",
        ("records", "translations_are_english", "prose_is_in_its_language"),
    ),
    "bad-value": Code(
        "A value is outside the closed set that its key allows.",
        "operator: at-least",
        "operator: ge",
        ("records", "ids_go_with_kinds", "agreements_are_among_pairs", "prose_has_a_known_language"),
    ),
    "text-cut": Code(
        "A comment stands in the line of a text without quotes, which may go on in it: YAML drops what follows ` #`.",
        "gloss: 12,000 jobs #1 added",
        'gloss: "12,000 jobs #1 added"',
        ("records",),
    ),
    "file-unknown": Code(
        "Among the content stands a file or a folder that nothing reads.",
        "content/reports/qinghu-2022/annotation.yaml",
        "content/reports/qinghu-2022/annotations.yaml",
        ("files",),
    ),
    "file-missing": Code(
        "A file that must exist does not.",
        "content/reports/qinghu-2022/ holds report.md alone",
        "content/reports/qinghu-2022/ holds report.md and source.txt",
        ("files", "report"),
    ),
    "not-a-file": Code(
        "Among the content or the theme stands what is no file to read: a pipe, a link that leads out, a folder.",
        "content/terms.yaml is a link to ../../shared/terms.yaml",
        "content/terms.yaml is a file",
        ("files",),
    ),
    "not-utf8": Code(
        "A file is not UTF-8, or a capture not in the encoding that `decode` names.",
        "source.txt in GB 18030, as it was found",
        "source.txt in GB 18030, as it was found\nclean_up: {decode: gb18030}",
        ("files", "report", "words", "templates"),
    ),
    "odd-character": Code(
        "A character that nobody sees, that turns the text about it, or that stands for one that was lost.",
        "a zero-width space (U+200B) within 就业, or a � (U+FFFD) in place of a character",
        "就业",
        ("files", "yaml", "report", "words", "templates", "characters_of_the_source_can_be_read"),
    ),
    "front-matter": Code(
        "A report does not begin with YAML front matter between two lines of three hyphens.",
        "id: qinghu-2022\ndistrict: qinghu\n\n全区新增就业4万人。",
        "---\nid: qinghu-2022\ndistrict: qinghu\n---\n\n全区新增就业4万人。",
        ("report",),
    ),
    "id-mismatch": Code(
        "The id inside a file disagrees with the file's own place.",
        "in content/reports/qinghu-2022/report.md:\nid: qinghu-2021",
        "in content/reports/qinghu-2022/report.md:\nid: qinghu-2022",
        ("ids_are_names_of_folders",),
    ),
    "duplicate-id": Code(
        "Two records of one kind have one id, or two districts one code.",
        "- {id: t01, kind: target, quote: 新增就业4万人}\n- {id: t01, kind: target, quote: 新建学校3所}",
        "- {id: t01, kind: target, quote: 新增就业4万人}\n- {id: t02, kind: target, quote: 新建学校3所}",
        ("files", "ids_stand_once", "number_words_stand_once")
        + ("subjects_have_ids_of_their_own", "districts_have_codes_of_their_own"),
    ),
    "unknown-id": Code(
        "An id names a record that does not exist.",
        "themes: [job]",
        "themes: [jobs]    # as in content/themes.yaml",
        ("blocks_with_nothing_to_code_exist", "reports_name_records", "parts_name_headlines")
        + ("shared_records_name_records", "cautions_name_observations", "reports_read_twice_exist")
        + ("follow_ups_name_statements",),
    ),
    "source-changed": Code(
        "The capture is not the file whose hash the report gives, or the report gives none yet.",
        "a line of source.txt corrected by hand",
        "source.txt as it was captured; what the text leaves out stands under clean_up:",
        ("source_is_unchanged",),
    ),
    "source-unclear": Code(
        "A folder holds two captures, an empty one, or one that is no text and has no word of its text layer.",
        "content/reports/qinghu-2022/ holds source.html and source.txt",
        "content/reports/qinghu-2022/ holds source.html and source.text.txt\n"
        'text_layer: {tool: html2text, version: "2024.2", sha256: 5f2b…}',
        ("report",),
    ),
    "clean-up-step": Code(
        "A clean-up step is not whole, or names lines that do not exist, are empty, or are taken by another step.",
        'lines:\n- {drop: "1-3", reason: site-chrome}\n- {heading: "3", level: 1}',
        'lines:\n- {drop: "1-2", reason: site-chrome}\n- {heading: "3", level: 1}',
        ("steps_are_whole", "steps_fit_the_source"),
    ),
    "clean-up-pattern": Code(
        "The pattern of a clean-up step cannot be read: it has a gap that is not known, or nothing says where it ends.",
        'patterns:\n- {heading: "（.*）{…}", at: start, level: 2, count: 6}',
        'patterns:\n- {heading: "（{一}）{…}。", at: start, level: 2, count: 6}',
        ("patterns_can_be_read",),
    ),
    "clean-up-count": Code(
        "A clean-up step applies another number of times than it says.",
        'source.txt: 网格〔1〕员下沉，议事〔2〕会常开。\n- {apart: "〔{n}〕", as: note-mark, at: anywhere, count: 3}',
        'source.txt: 网格〔1〕员下沉，议事〔2〕会常开。\n- {apart: "〔{n}〕", as: note-mark, at: anywhere, count: 2}',
        ("steps_apply_as_often_as_they_say",),
    ),
    "duplicate-differs": Code(
        "Lines that are dropped as duplicates hold words that do not stand in the lines they are said to repeat.",
        "source.txt line 1: 新增就业五万人\nsource.txt line 3: 全区新增就业4万人。\n"
        '- {drop: "1", reason: duplicate, of: "3"}',
        "source.txt line 1: 新增就业4万人\nsource.txt line 3: 全区新增就业4万人。\n"
        '- {drop: "1", reason: duplicate, of: "3"}',
        ("duplicates_repeat_what_is_kept",),
    ),
    "exception-unused": Code(
        "An exception of the script conversion never applies.",
        "script_exceptions: {執著: 执着}    # by then the text has 执著",
        "script_exceptions: {执著: 执着}",
        ("script_exceptions_apply",),
    ),
    "text-changed": Code(
        "The report's text is not what the clean-up steps make of its capture.",
        "source.txt: 全区新增就业4万人。\nreport.md:  全区新增就业五万人。",
        "source.txt: 全区新增就业4万人。\nreport.md:  全区新增就业4万人。",
        ("text_is_what_the_steps_make",),
    ),
    "printed-mismatch": Code(
        "What the report gives as printed in the source does not stand there.",
        'line 2 of source.txt: 记者 林和\nclean_up: {metadata: "2", fields: [byline]}\nprinted: {byline: 林禾}',
        'line 2 of source.txt: 记者 林和\nclean_up: {metadata: "2", fields: [byline]}\nprinted: {byline: 林和}',
        ("metadata_is_given_as_printed", "printed_stands_in_metadata"),
    ),
    "quote-missing": Code(
        "A quote does not occur in the text.",
        "text:  修缮老街两条\nquote: 修善老街两条",
        "text:  修缮老街两条\nquote: 修缮老街两条",
        ("quotes_stand_in_the_text_once", "modals_stand_in_their_sentence", "listed_numbers_stand_in_the_text"),
    ),
    "quote-ambiguous": Code(
        "A quote occurs more than once in the text and nothing tells which is meant.",
        "text:  修缮老街两条，整治河道两条\nquote: 两条",
        "text:  修缮老街两条，整治河道两条\nquote: 两条\nprefix: 河道",
        ("quotes_stand_in_the_text_once",),
    ),
    "figure-missing": Code(
        "A measure's figure does not occur in its statement's quote.",
        "quote: 新增就业4万人以上\nmeasures: [{figure: 40000人以上}]",
        "quote: 新增就业4万人以上\nmeasures: [{figure: 4万人以上}]",
        ("figures_stand_in_their_quote_once",),
    ),
    "figure-ambiguous": Code(
        "A measure's figure occurs more than once in its statement's quote.",
        "quote: 修缮老街两条，整治河道两条\nmeasures: [{figure: 两条}]",
        "quote: 修缮老街两条，整治河道两条\nmeasures: [{figure: 两条, prefix: 河道}]",
        ("figures_stand_in_their_quote_once",),
    ),
    "figure-unreadable": Code(
        "A measure's figure cannot be read as a quantity.",
        "quote: 新增就业4万人以上\nmeasures: [{figure: 就业4万人以上}]",
        "quote: 新增就业4万人以上\nmeasures: [{figure: 4万人以上}]",
        ("figures_are_readable",),
    ),
    "figure-disagrees": Code(
        "A measure's value, unit or operator is not what its figure says.",
        "- {figure: 4万人以上, value: 4000, unit: 人, operator: ge}",
        "- {figure: 4万人以上, value: 40000, unit: 人, operator: ge}",
        ("figures_say_what_is_entered", "figures_are_taken_whole"),
    ),
    "time-misplaced": Code(
        "A time stands under the key of the other kind: results have period, targets and tasks have by.",
        'kind: result\nby: "2021"',
        'kind: result\nperiod: "2021"',
        ("times_stand_under_the_right_key",),
    ),
    "target-unmeasured": Code(
        "A target has neither a measure nor a word of whole coverage.",
        "kind: target\nquote: 进一步扩大就业",
        "kind: task\nquote: 进一步扩大就业",
        ("targets_are_measured",),
    ),
    "reading-conflict": Code(
        "A paragraph is set down as having nothing to code, and a statement lies in it.",
        "statements:\n- {id: t01, kind: target, quote: 新增就业4万人}    # in p3\nnothing_to_code: [p2, p3]",
        "statements:\n- {id: t01, kind: target, quote: 新增就业4万人}    # in p3\nnothing_to_code: [p2]",
        ("blocks_with_nothing_to_code_hold_no_statement",),
    ),
    "unread": Code(
        "A paragraph of a report that is said to be wholly read has no reading.",
        "fully_read: true    # and no statement lies in p4",
        "fully_read: true\nnothing_to_code: [p4]    # in annotations.yaml",
        ("paragraphs_are_read",),
    ),
    "number-unaccounted": Code(
        "A number of a report is neither a measure's figure nor listed as no quantity.",
        "text: 第一，新增就业4万人。    # 4万人 is measured, 第一 is not accounted for",
        "numbers:\n- {block: p1, text: 第一, reason: ordinal}",
        ("numbers_are_accounted_for",),
    ),
    "translation-blocks": Code(
        "A translation does not have the same blocks as its text.",
        "# 二、就业\n新增就业4万人。\n---- translation.en.md ----\nForty thousand jobs were added.",
        "# 二、就业\n新增就业4万人。\n---- translation.en.md ----\n# II. Jobs\nForty thousand jobs were added.",
        ("translations_have_the_blocks_of_their_text",),
    ),
    "translation-mark": Code(
        "A block of a translation is neither English nor the mark of a block that has none yet.",
        "Forty thousand jobs were added. [untranslatd]",
        "[untranslated]",
        ("marks_of_untranslated_blocks_stand_alone",),
    ),
    "translation-quantity": Code(
        "A translation does not carry the quantities of its paragraph, or a gloss has one that its paragraph has not.",
        "新增就业4万人。\nSome 4,000 jobs were added.",
        "新增就业4万人。\nSome 40,000 jobs were added.",
        ("translations_keep_quantities", "glosses_say_no_other_numbers"),
    ),
    "later-not-later": Code(
        "A follow-up's later statement is not in a later report of the same district.",
        "- promise: qinghu-2022/t01\n  later: [baishi-2023/r04]",
        "- promise: qinghu-2022/t01\n  later: [qinghu-2023/r02]",
        ("only_promises_are_followed_up", "follow_ups_look_forward"),
    ),
    "evidence-disagrees": Code(
        "A follow-up's evidence does not go with what it names as later words or as searched.",
        "- promise: qinghu-2022/t01\n  evidence: not-found",
        "- promise: qinghu-2022/t01\n  evidence: not-found\n  searched: [新增就业, 就业人数]",
        ("evidence_fits", "silence_needs_a_later_report"),
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
    "pinyin-disagrees": Code(
        "The pinyin of a term is none, or has another number of syllables than the term has characters.",
        "zh: 邻里议事\npinyin: lín lǐ yì",
        "zh: 邻里议事\npinyin: lín lǐ yì shì",
        ("pinyin_spells_its_term",),
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
    "alias-clash": Code(
        "Two initiatives or two terms claim the same words.",
        "- {id: east-park, aliases: [东堤公园, 东堤]}\n- {id: east-dyke, aliases: [东堤]}",
        "- {id: east-park, aliases: [东堤公园]}\n- {id: east-dyke, aliases: [东堤]}",
        ("aliases_have_one_owner",),
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
        "A file of prose is named for no page that would show it.",
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
