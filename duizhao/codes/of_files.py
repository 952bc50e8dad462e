"""The kinds of mistakes in the form of files and records: their names, their YAML, their keys, values and ids.

What the values of reports say is left to `of_reports`, what all say together to `of_the_whole`.
"""

from __future__ import annotations

from .code import Code

FILES: dict[str, Code] = {
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
        ("records", "aspects_are_known"),
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
        ("records", "ids_go_with_kinds", "former_ids_are_given_up")
        + ("quotations_stand_in_their_text_once", "quotations_are_of_unmarked_words")
        + ("agreements_are_among_pairs", "prose_has_a_known_language"),
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
        "A file that must exist does not, or holds nothing.",
        "content/reports/qinghu-2022/ holds report.md alone",
        "content/reports/qinghu-2022/ holds report.md and source.txt",
        ("files", "report", "reports_name_records", "shared_records_name_records"),
    ),
    "too-large": Code(
        "A file is larger, or nested deeper, than any that is written by hand, and was not read.",
        "content/terms.yaml of 300 MB, or [[[[[[[[ and so on, a hundred deep",
        "content/terms.yaml with the terms of the reports",
        ("files", "yaml"),
    ),
    "not-a-file": Code(
        "Among the content or the theme stands what is no file to read: a pipe, a link that leads out, a folder.",
        "content/terms.yaml is a link to ../../terms-of-all/terms.yaml",
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
        "Two records of one kind have one id, one name or one code, or two entries say the same.",
        "- {id: t01, kind: target, quote: 新增就业4万人}\n- {id: t01, kind: target, quote: 新建学校3所}",
        "- {id: t01, kind: target, quote: 新增就业4万人}\n- {id: t02, kind: target, quote: 新建学校3所}",
        ("files", "ids_stand_once", "number_words_stand_once")
        + ("subjects_have_ids_of_their_own", "districts_have_codes_of_their_own", "names_have_one_owner")
        + ("quotes_are_coded_once", "figures_are_entered_once"),
    ),
    "id-reused": Code(
        "An id that a statement or another record had before is taken: addresses with it would lead to two, or astray.",
        "- {id: s01, kind: situation, formerly: [r01], quote: 道路拥堵}\n- {id: r01, kind: result, quote: 新建学校3所}",
        "- {id: s01, kind: situation, formerly: [r01], quote: 道路拥堵}\n- {id: r02, kind: result, quote: 新建学校3所}",
        ("former_ids_are_given_up", "former_ids_of_records_are_given_up"),
    ),
    "unknown-id": Code(
        "An id names a record that does not exist.",
        "themes: [job]",
        "themes: [jobs]    # as in content/themes.yaml",
        ("blocks_with_nothing_to_code_exist", "reports_name_records", "parts_name_headlines")
        + ("shared_records_name_records", "cautions_name_observations", "reports_read_twice_exist")
        + ("pairs_are_of_one_district",)
        + ("follow_ups_name_statements", "follow_ups_quote_reports", "refusals_name_what_they_speak_of")
        + ("figures_elsewhere_are_of_no_indicator",),
    ),
}
