/*
 * Everything works without this file. It only refreshes, in place, the part of a progress page that
 * carries data-segarkan="<seconds>", so that the reader keeps place and focus. The page's own
 * <meta http-equiv="refresh"> stands inside <noscript>.
 */
"use strict";
(() => {
  const part = document.querySelector("[data-segarkan]");
  if (!part || !part.id) return;
  const seconds = Math.max(2, Number(part.dataset.segarkan) || 5);

  const refresh = async () => {
    if (document.hidden) return again();
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (!answer.ok || answer.redirected) return location.reload();
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(part.id);
      if (!fresh || !fresh.dataset.segarkan) return location.reload();
      if (!part.contains(document.activeElement)) part.replaceChildren(...fresh.childNodes);
      again();
    } catch {
      again(); // Offline for a moment: the numbers on screen stay, the next round tries again.
    }
  };
  const again = () => setTimeout(refresh, seconds * 1000);
  again();
})();
