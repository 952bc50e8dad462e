"""The browser of the tests under the pages' Content-Security-Policy: it notes whatever that forbids, on every page."""

from __future__ import annotations

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page

# The browser says in its console what the policy forbids; the event says so too where a console is not asked.
_SIGN = "Content Security Policy"
_LISTEN = f"""addEventListener("securitypolicyviolation", event => console.error(
  `{_SIGN}: ${{event.effectiveDirective}} ${{event.blockedURI}} ${{event.sourceFile}}:${{event.lineNumber}}`))"""


class Policed:
    """A browser that opens pages as any other, and keeps what their policy forbade."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.violations: list[str] = []

    def new_context(self, **options: object) -> BrowserContext:
        context = self.browser.new_context(**options)  # type: ignore[arg-type]
        context.add_init_script(_LISTEN)
        context.on("console", self._heard)
        return context

    def new_page(self, **options: object) -> Page:
        return self.new_context(**options).new_page()

    def _heard(self, message: ConsoleMessage) -> None:
        if _SIGN in message.text:
            self.violations.append(message.text)


def address(page: Page) -> str:
    """The address of a page at this moment: `page.url` hears later of what a script changed in it."""
    return str(page.evaluate("location.href"))


def follow(link: Locator) -> None:
    """Goes where a link leads, and waits for all of the page there: a click waits for its beginning alone."""
    with link.page.expect_navigation():
        link.click()


def until(page: Page, condition: str, arg: object = None) -> None:
    """Waits until a condition holds on a page, asked from outside: a page under its policy evaluates no string itself.

    Raises TimeoutError where it never holds.
    """
    for _ in range(1000):
        if page.evaluate(condition, arg):
            return
        page.wait_for_timeout(20)
    raise TimeoutError(f"never came true: {condition}")
