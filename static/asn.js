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

(() => {
  // Saves a form with data-draf every 20 seconds when its words changed (lib.pintu_draf). Nothing is kept
  // in the browser, because phones are shared: without a network the words stay in the page, and it says so.
  const OWN = /^(draf_|csrfmiddlewaretoken$)/;
  for (const form of document.querySelectorAll("form[data-draf]")) {
    const field = form.elements;
    const words = () =>
      String(new URLSearchParams([...new FormData(form)].filter(([k, v]) => !OWN.test(k) && typeof v === "string")));
    const say = (text) => (form.querySelector("[data-draf-kata]").textContent = text);
    let saved = words();
    let resting = false;

    // Signed in again in another tab: the page there has a fresh token, if it belongs to the same person.
    const renew = async () => {
      const page = new DOMParser().parseFromString(await (await fetch(form.action)).text(), "text/html");
      const fresh = page.querySelector(`form[data-draf="${form.dataset.draf}"]`);
      for (const name of fresh ? ["csrfmiddlewaretoken", "draf_segel"] : []) field[name].value = fresh.elements[name].value;
    };

    const save = async () => {
      const now = words();
      if (resting || now === saved) return;
      resting = true;
      const own = ["csrfmiddlewaretoken", "draf_segel", "draf_versi"].map((name) => [name, field[name].value]);
      const body = `${now}&${new URLSearchParams([...own, ["draf_simpan", "otomatis"]])}`;
      const headers = { "Content-Type": "application/x-www-form-urlencoded" };
      try {
        const answer = await fetch(form.action, { method: "POST", body, headers, keepalive: true });
        if (answer.redirected) {
          say("Anda keluar; masuk lagi di tab lain, isian tetap di sini.");
        } else {
          const { teks, versi } = await answer.json();
          say(teks);
          if (versi) field.draf_versi.value = versi;
          if (answer.ok) saved = now;
          if (answer.status === 403) await renew();
        }
      } catch {
        say("Belum terkirim – menunggu jaringan");
      }
      resting = false;
    };
    setInterval(save, 20000);
    document.addEventListener("visibilitychange", () => document.hidden && save());
    form.addEventListener("submit", () => (resting = true));
    addEventListener("pageshow", () => (resting = false));
  }
})();
