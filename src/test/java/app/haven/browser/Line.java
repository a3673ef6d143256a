package app.haven.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/// The network of one person.
record Line(BrowserContext context, Page page) {
  /// Keeps hold of a page's sockets, so that a test can cut them.
  static final String REMEMBER_SOCKETS =
      """
      const Real = WebSocket;
      globalThis.sockets = new Set();
      globalThis.WebSocket = class extends Real {
        constructor(...address) {
          super(...address);
          sockets.add(this);
        }
      };
      """;

  /// A browser that is set offline keeps its open sockets: they are cut too.
  void cut() {
    context.setOffline(true);
    page.evaluate("for (const socket of globalThis.sockets ?? []) socket.close()");
  }

  void mend() {
    context.setOffline(false);
  }
}
