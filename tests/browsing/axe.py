"""axe in a browser: the rules of WCAG that a page breaks, asked at a third of what they cost out of the box.

Which pages are asked, in which windows and schemes, is left to the tests.
"""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
EVERYTHING = {"type": "tag", "values": WCAG}
# axe keeps each private field of each colour in a WeakMap, and a page has a hundred thousand colours: half its time
# goes into the maps and into collecting them. Within its script alone these stand in for them: a field is a property
# of its own on the object, which no other code can name.
_QUICK = """
class WeakMap {
  constructor() {
    const key = Symbol();
    this.get = object => object[key];
    this.has = object => key in object;
    this.set = (object, value) => { object[key] = value; return this; };
    this.delete = object => delete object[key];
  }
}
class WeakSet {
  constructor() {
    const key = Symbol();
    this.has = object => key in object;
    this.add = object => { object[key] = true; return this; };
    this.delete = object => delete object[key];
  }
}
"""
# A style's words for a colour are read by axe once, and then taken from what it read.
_READ_ONCE = """
const {Color} = axe.commons.color, read = Color.prototype.parseString, known = new Map();
Color.prototype.parseString = function (words) {
  if (!known.has(words)) {
    read.call(this, words);
    known.set(words, [this.r, this.g, this.b, this.alpha]);
  }
  [this.r, this.g, this.b, this.alpha] = known.get(words);
  return this;
};
"""
# The contrast of words is asked once for each look: theirs, and that of every element that they stand in, by name,
# class and what each paints. What is lifted out of the flow may lie over anything, and is always asked.
_ONE_OF_EACH_LOOK = """
const rule = axe._audit.rules.find(({id}) => id === "color-contrast"), {matches} = rule;
const painted = ["color", "backgroundColor", "backgroundImage", "opacity", "fontSize", "fontWeight", "textShadow",
  "position", "mixBlendMode", "filter", "display", "visibility", "textTransform"];
let looks = new Map(), asked = new Set();
const look = node => {
  if (!(node instanceof Element)) return "";
  if (!looks.has(node)) {
    const style = getComputedStyle(node), own = painted.map(name => style[name]);
    const whole = [look(node.parentElement), node.nodeName, node.className, node.disabled, ...own].join(";");
    const lifted = ["absolute", "fixed", "sticky"].includes(style.position);
    if (lifted || !names.has(whole)) names.set(whole, `${++named}`);
    looks.set(node, names.get(whole));
  }
  return looks.get(node);
};
const names = new Map();
let named = 0;
axe.oneOfEachLook = on => { [looks, asked] = [new Map(), on ? new Set() : null]; };
axe.oneOfEachLook(false);
rule.matches = function (node, ...rest) {
  if (asked?.has(look(node)) || !matches.call(this, node, ...rest)) return false;
  asked?.add(look(node));
  return true;
};
"""
_SCRIPT = f"(() => {{ {_QUICK} {Axe().axe_script}\n;{_READ_ONCE} {_ONE_OF_EACH_LOOK} }})()"
# Of what breaks a rule, the rule, the first element and why; what passes is not looked into again: much of the time.
_BROKEN = """async runOnly => {
  axe.oneOfEachLook(true);
  const found = await axe.run(document, {runOnly, resultTypes: ["violations"]});
  axe.oneOfEachLook(false);
  return found.violations.map(
    ({id, nodes: [node]}) => [id, node.html.slice(0, 120), node.failureSummary.slice(0, 160)]);
}"""
_OF_COLOURS = "wcag => axe.getRules(['cat.color']).filter(r => r.tags.some(t => wcag.includes(t))).map(r => r.ruleId)"


def axe_on(page: Page) -> None:
    """Brings axe to a page that is loaded."""
    page.evaluate(_SCRIPT)


def rules_of_colours(page: Page) -> dict[str, object]:
    """The rules on colours among those of WCAG."""
    return {"type": "rule", "values": page.evaluate(_OF_COLOURS, WCAG)}


def broken(page: Page, rules: dict[str, object] = EVERYTHING) -> list[list[str]]:
    """What the page as it stands breaks of the rules: each rule with the first place and why; axe must be there."""
    found: list[list[str]] = page.evaluate(_BROKEN, rules)
    return found
