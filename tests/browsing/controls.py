"""What readers can work on a page, and whether it acts: by what is displayed, never by attributes.

Which control does what is for the tests to say; here stand the controls that they know, and what is displayed.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .test_reading import KINDS

COMPARE, PARALLEL, TARGETS, SEARCH = (
    *("compare/governance/index.html", "compare/parallel/index.html"),
    *("targets/index.html", "search/index.html"),
)
PAGES = (*KINDS, COMPARE, "themes/index.html", "districts/index.html")
LANGUAGES = pytest.mark.parametrize("language", ["", "zh/"])

ELEMENTS = "button|input|select|textarea|summary|dialog"
# Whatever a reader can work on a page, by element or by role.
CONTROLS = (
    f"{', '.join(ELEMENTS.split('|'))}, [popover], [popovertarget], [commandfor], [contenteditable], "
    "[accesskey], " + ", ".join(f"[role={role}]" for role in (
        *("button", "checkbox", "radio", "switch", "tab", "slider", "spinbutton", "combobox", "listbox", "option"),
        *("menuitem", "menuitemcheckbox", "menuitemradio", "treeitem"),
    ))
)  # fmt: skip
CHOICE = "#choose :is(input[name=district], button)"  # of districts, where there are many
CITING = "dialog, dialog .close, dialog [role=tab], #cite-formats .go, .card .cite"
# Every control that the tests know, with the test of this folder that works it.
KNOWN = {
    "summary": "test_every_fold_shows_what_it_holds_by_mouse_and_by_keyboard",
    "[popovertarget]": "test_every_sheet_of_a_narrow_window_opens_and_closes",
    "[popover]": "test_every_sheet_of_a_narrow_window_opens_and_closes",
    ".theme input[type=radio]": "test_the_scheme_changes_what_is_displayed",
    ".masthead input[type=search]": "test_a_query_is_bounded",
    "[data-search] input[type=search], [data-search] .go": "test_a_query_is_bounded",
    "[data-search] select": "test_every_filter_of_the_search_leaves_what_it_says",
    "#results > .go": "test_every_filter_of_the_search_leaves_what_it_says",
    "#search-more": "test_what_cannot_be_loaded_is_said_and_can_be_tried_again",
    "[data-filters] input[name=kind]": "test_every_filter_of_the_comparison_leaves_what_it_says",
    "[data-filters] > p > select": "test_every_filter_of_the_comparison_leaves_what_it_says",
    "[data-situations] input": "test_a_switch_puts_situations_away_and_lives_in_the_address",
    CHOICE: "test_columns_are_chosen_with_the_mouse_and_the_address_keeps_the_choice",
    ".chips input[type=radio]": "test_a_kind_of_change_leaves_the_pairs_that_have_it_and_lives_in_the_address",
    "#open-all": "test_all_that_is_folded_of_two_whole_texts_is_opened_at_once",
    "#f-theme": "test_a_table_is_narrowed_by_state_and_theme_and_the_address_says_so",
    "#print": "test_print_is_asked_for_by_its_button",
    "#nothing-left button": "test_where_filters_leave_nothing_a_line_says_so_and_shows_all",
    "[data-parallel] input[name=both]": "test_only_the_themes_of_which_both_speak_can_be_left",
    "[data-parallel] select": "test_every_choice_of_a_parallel_report_is_what_is_shown",
    ".by-word .pick": "test_a_row_marks_its_promise_and_its_later_words_as_the_wording_page_does",
    ".parallel .pick, .picked .go": "test_any_two_passages_are_set_against_each_other_and_the_address_keeps_them",
    "[data-table] select": "test_every_filter_of_the_targets_leaves_what_it_says",
    "#more-rows": "test_of_very_many_rows_the_first_are_shown_and_more_when_asked",
    "#targets thead button": "test_every_head_of_the_targets_sorts_both_ways",
    "#show input[name=show], #show select": "test_every_filter_of_a_report_leaves_what_it_says",
    "input[name=keys]": "test_keys_that_act_by_themselves_can_be_switched_off",
    "#show input[name=reading]": "test_the_language_of_a_report_is_what_is_displayed",
    CITING: "test_the_dialog_of_citations_opens_copies_and_closes",
    ".card .share": "test_a_statement_is_saved_as_a_picture",
    "#cite-report": "test_a_report_is_cited_in_the_same_forms",
    "#cite-selection": "test_selected_words_are_copied_with_their_place",
}
UNKNOWN = """([controls, known]) => {
  const found = [...document.querySelectorAll(controls)].filter(node => !known.some(one => node.matches(one)));
  return [...new Set(found.map(node => node.cloneNode(false).outerHTML))];
}"""
# What the pages filter, and what is told of each: where it stands and which it is, by the address it leads to.
ITEMS = ".matrix .says > li"
ITEM = "[node.dataset.kind, node.querySelector('.quote a').getAttribute('href')].join(' ')"
FLAGGED = ".st[id]"
MARKED = (  # by its tint, which a situation and a wholly marked paragraph have not, its line and its letter in full
    "[(getComputedStyle(node).backgroundColor !== 'rgba(0, 0, 0, 0)' || node.dataset.kind === 'situation' "
    "|| node.closest('[data-full]')) "
    "&& getComputedStyle(node).textDecorationLine !== 'none' && [node.querySelector(':scope > .flag')].every("
    "flag => flag.checkVisibility() && getComputedStyle(flag).opacity === '1'), node.id]"
)
ROW = "node.querySelector('th a').getAttribute('href').split('reports/')[1].replace('/index.html#', '/')"
# Whether a reader can see an element: it takes up room, and nothing that it stands in is put away.
SEEN = """const seen = node => node.isConnected
  && node.checkVisibility({visibilityProperty: true, opacityProperty: true})
  && [...node.getClientRects()].some(({width, height}) => width > 1 && height > 1);"""
# Elements that would stay in view although they are hidden.
STUBBORN = """() => {
  const all = [...document.body.querySelectorAll("*")].filter(node => node instanceof HTMLElement);
  const before = all.map(node => node.hidden);
  for (const node of all) node.hidden = true;
  const found = all.filter(node => getComputedStyle(node).display !== "none");
  const told = new Set(found.map(node => node.cloneNode(false).outerHTML.slice(0, 120)));
  all.forEach((node, at) => { node.hidden = before[at]; });
  return [...told];
}"""


def unknown(page: Page) -> list[str]:
    """The controls of a page that no test knows."""
    return page.evaluate(UNKNOWN, [CONTROLS, list(KNOWN)])


def stubborn(page: Page) -> list[str]:
    """The elements of a page that its styles show though they are hidden."""
    return page.evaluate(STUBBORN)


def seen(page: Page, selector: str, told: str = "node.textContent.trim()") -> list[str]:
    """Of the elements of a page that a reader can see, what an expression tells of each."""
    script = f"""selector => {{ {SEEN}
      return [...document.querySelectorAll(selector)].filter(seen).map(node => {told}); }}"""
    return page.evaluate(script, selector)


def choose(page: Page, selector: str, value: str | bool) -> None:
    """Sets a list or a tick as a reader would, at once: the change is told as a browser tells it."""
    script = """([selector, value]) => {
      const control = document.querySelector(selector);
      if (typeof value === "boolean") control.checked = value;
      else control.value = value;
      control.dispatchEvent(new Event("change", {bubbles: true}));
    }"""
    page.evaluate(script, [selector, value])


def offered(page: Page, selector: str) -> list[str]:
    """What a list offers but for its first, which is all."""
    return page.evaluate("s => [...document.querySelector(s).options].slice(1).map(option => option.value)", selector)
