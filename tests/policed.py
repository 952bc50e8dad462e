"""The browser of the tests under the pages' Content-Security-Policy: it notes whatever that forbids, on every page."""

from __future__ import annotations

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

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
        page = self.new_context(**options).new_page()
        # As the browser's own: the page takes its context with it.
        page.on("close", lambda closed: closed.context.close())
        return page

    def _heard(self, message: ConsoleMessage) -> None:
        if _SIGN in message.text:
            self.violations.append(message.text)
