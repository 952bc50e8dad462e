"""What every page has: a frame around it, links to others, and the template that its view goes to.

Texts are `Markup`, in which foreign runs are marked; what stands in an attribute, a title or an option is plain `str`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

# What a language is called in `lang` attributes, and by itself.
TAGS = {"zh": "zh-Hans", "en": "en"}
OWN_NAMES = {"zh": "中文", "en": "English"}
# The same as the Open Graph protocol has it, with a country.
LOCALES = {"zh-Hans": "zh_CN", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class Link:
    """A link within the site: `path` from the site's top, with a fragment where wanted.

    `zh` is the Chinese name that stands beside a name in another language.
    """

    text: Markup
    path: str
    current: bool = False
    zh: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Links under a heading, for navigation."""

    title: Markup
    zh: str
    links: tuple[Link, ...]
    note: Markup = Markup("")


@dataclass(frozen=True, slots=True)
class SectionLink:
    """A link of the masthead; `current` is the value of aria-current: page, true (a page below it) or ''."""

    text: Markup
    path: str
    current: str


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language: its tag, the language's own name, the page's path and its full address."""

    lang: str
    name: str
    path: str
    address: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A page as search engines are told of it: the tag of a language, or x-default, and its address in that one."""

    lang: str
    address: str

    @property
    def locale(self) -> str:
        """What the Open Graph protocol calls its language; '' of the page for all other readers."""
        return LOCALES.get(self.lang, "")


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a page: where it is, what it is called, and the ways to other pages.

    `claims` says whose the statements are; `repository` is the address of the files that the site is made of, or ''.
    `editions` are the page in every language, itself included, and the one for all other readers; none where there is
    one language. A page without a `canonical` address is not to be found. `genre` is what the Open Graph protocol calls
    its kind, `site` what the site is called.
    `base` takes the place of relative links on the page that is served for any address.
    """

    lang: str
    path: str
    title: str
    description: str
    is_home: bool
    crumbs: tuple[Link, ...]
    sections: tuple[SectionLink, ...]
    foot: tuple[Link, ...]
    alternates: tuple[Alternate, ...]
    canonical: str
    claims: Markup
    repository: str = ""
    body_class: str = ""
    editions: tuple[Edition, ...] = ()
    base: str = ""
    genre: str = "website"
    site: str = ""

    @property
    def locale(self) -> str:
        """What the Open Graph protocol calls the page's language."""
        return LOCALES[self.lang]


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of a form: its value and its name; `formerly` are values that addresses may still have for it."""

    value: str
    text: str
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScriptWord:
    """A word that a script puts on the page, handed over in the data attribute `name`."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Words with the tag of their language."""

    text: Markup
    lang: str


@dataclass(frozen=True, slots=True)
class Deferred:
    """A view that is made when it is asked for: by a function of a module, of nothing but what it is given."""

    make: Callable[..., object]
    given: tuple[object, ...]

    def __call__(self) -> object:
        return self.make(*self.given)


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered: its frame, its template and its view, which may be deferred."""

    template: str
    frame: Frame
    shown: object

    @property
    def view(self) -> object:
        """The view, made anew each time where it is deferred."""
        return self.shown() if isinstance(self.shown, Deferred) else self.shown


def deferred(make: Callable[..., object], *given: object) -> Deferred:
    """A view that need not be made where the page is known to be as it was."""
    return Deferred(make, given)
