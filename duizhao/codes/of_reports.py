"""The kinds of mistakes in one report: its capture and its clean-up, its statements, its accounts, its translation.

What reports and shared records say together is left to `of_the_whole`.
"""

from __future__ import annotations

from .code import Code

REPORTS: dict[str, Code] = {
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
        (
            *("quotes_stand_in_the_text_once", "modals_stand_in_their_sentence", "listed_numbers_stand_in_the_text"),
            *("quotations_stand_in_their_text_once", "pairs_stand_in_their_texts_once"),
            "english_quotes_stand_in_the_translation_once",
            "english_quotes_are_of_translated_blocks",
        ),
    ),
    "quote-ambiguous": Code(
        "A quote occurs more than once in the text and nothing tells which is meant.",
        "text:  修缮老街两条，整治河道两条\nquote: 两条",
        "text:  修缮老街两条，整治河道两条\nquote: 两条\nprefix: 河道",
        (
            *(
                "quotes_stand_in_the_text_once",
                "quotations_stand_in_their_text_once",
                "pairs_stand_in_their_texts_once",
            ),
            "english_quotes_stand_in_the_translation_once",
        ),
    ),
    "quote-overlaps": Code(
        "The English words of two statements share a part, or are the same though their Chinese is not.",
        "English: Two old streets were repaired and two rivers cleaned up.\n"
        "- {id: r01, quote_en: two old streets were repaired and two}\n- {id: r02, quote_en: two rivers cleaned up}",
        "English: Two old streets were repaired and two rivers cleaned up.\n"
        "- {id: r01, quote_en: Two old streets were repaired}\n- {id: r02, quote_en: two rivers cleaned up}",
        ("english_quotes_do_not_overlap",),
    ),
    "english-mark": Code(
        "A statement of a translated block neither quotes the translation nor says why it cannot, or does both.",
        "English: Two old streets were repaired.\nquote: 修缮老街两条",
        "English: Two old streets were repaired.\nquote: 修缮老街两条\nquote_en: Two old streets were repaired",
        ("english_quotes_are_given_or_excused", "statements_stand_in_the_translation"),
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
        "A time stands under the key of another kind: results and situations have period, targets and tasks have by.",
        'kind: result\nby: "2021"',
        'kind: result\nperiod: "2021"',
        ("times_stand_under_the_right_key",),
    ),
    "basis-misplaced": Code(
        "A time without its basis, or a basis without a time. A time that the text gives no ground for is left out.",
        "kind: task\nperiod_basis: inferred",
        'kind: task\nby: "2022"\nperiod_basis: inferred',
        ("times_have_a_basis",),
    ),
    "time-after-text": Code(
        "A result's or a situation's time begins after the text that states it.",
        'date: "2018-06"\nkind: result\nperiod: "2061"    # in annotations.yaml',
        'date: "2018-06"\nkind: result\nperiod: "2016"    # in annotations.yaml',
        ("times_begin_before_their_text",),
    ),
    "time-before-text": Code(
        "A target's or a task's time ended in a year before the text that states it, and before all that this covers.",
        'date: "2023-01-15"\ncovers: 2022/2023\nkind: target\nby: "2019"    # in annotations.yaml',
        'date: "2023-01-15"\ncovers: 2022/2023\nkind: target\nby: "2023"    # in annotations.yaml',
        ("promises_are_not_of_the_past",),
    ),
    "date-disagrees": Code(
        "A text's date is not the one that its capture prints, or lies more than five years away from what it covers.",
        'date: "2032-01-12"\ndate_basis: printed\nprinted: {date: 2022年1月12日}',
        'date: "2022-01-12"\ndate_basis: printed\nprinted: {date: 2022年1月12日}',
        ("dates_are_those_that_are_printed", "dates_lie_near_what_is_covered"),
    ),
    "origin-disagrees": Code(
        "What editors say of a capture goes against its text: it is older, or the text itself names the publisher.",
        'date: "2022-01-12"\norigin: {captured: "2021-12-30"}',
        'date: "2022-01-12"\norigin: {captured: "2022-12-30"}',
        ("captures_are_of_texts_that_there_were",),
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
    "translation-signs": Code(
        "A translation or a gloss has signs of Markdown or HTML, which its page would show as they are typed.",
        "新增就业4万人。\n**Forty thousand** jobs were added.",
        "新增就业4万人。\nForty thousand jobs were added.",
        ("english_is_shown_as_it_is_typed",),
    ),
    "translation-quantity": Code(
        "A translation, or a statement's words in it, does not carry the quantities of the Chinese, or a gloss or such"
        " words have one that the Chinese has not.",
        "新增就业4万人。\nSome 4,000 jobs were added.",
        "新增就业4万人。\nSome 40,000 jobs were added.",
        ("translations_keep_quantities", "glosses_say_no_other_numbers", "english_quotes_carry_figures"),
    ),
}
