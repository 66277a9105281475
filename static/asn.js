/*
 * Everything works without this file. It refreshes, in place, the part of a progress page that carries
 * data-segarkan="<seconds>", so that the reader keeps place and focus (the page's own
 * <meta http-equiv="refresh"> stands inside <noscript>), and it fills the list of suggestions of a text
 * field that carries data-cari="<address>" (the server finds the row without it, too).
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

(() => {
  const suggest = async (box) => {
    const term = box.value.trim();
    if (term.length < 3) return;
    try {
      const answer = await fetch(`${box.dataset.cari}&term=${encodeURIComponent(term)}`);
      if (!answer.ok || answer.redirected) return;
      const { results } = await answer.json();
      if (term === box.value.trim()) box.list.replaceChildren(...results.map((r) => new Option(r.text, r.text)));
    } catch {
      // Offline for a moment: what is typed is still found when the form is sent.
    }
  };
  for (const box of document.querySelectorAll("input[data-cari]")) {
    let wait;
    box.addEventListener("input", () => {
      clearTimeout(wait);
      wait = setTimeout(suggest, 250, box);
    });
  }
})();
