import { api, Failure, type Entry, type Person, type Stream } from "./api";
import { CitationPanel } from "./citations";
import { el, icon } from "./dom";
import { hintsFor } from "./hints";
import { messageElement, streamElement, type MessageDoors } from "./message";
import { currentLanguage } from "./texts";

/** The conversation of one person with the bot, and the box to write in. */
export class Chat {
  readonly #log = el("div", {
    class: "log", testid: "log", label: "log", attributes: { role: "log", "aria-live": "polite", tabindex: "0" },
  });
  readonly #typing = el("div", { class: "typing", testid: "typing", attributes: { role: "status" } });
  readonly #suggestions = el("div", { class: "suggestions", label: "suggestions", attributes: { role: "group" } });
  readonly #hints = el("section", { class: "hints", testid: "hints", label: "tryThis" });
  readonly #hintsToggle = el("button", {
    class: "quiet", testid: "hints-toggle", label: "tryThisShow", onclick: () => this.#showHints(this.#hints.hidden),
  }, icon("bulb"));
  readonly #input = el("textarea", {
    id: "composer", testid: "composer", label: "composer", placeholder: "composerPlaceholder", attributes: { rows: "1", maxlength: "20000" },
  });
  readonly #send = el("button", { class: "primary round", testid: "send", label: "send", onclick: () => this.#sendDraft() }, icon("send"));
  readonly #stop = el("button", { class: "round", testid: "stop", label: "stop", onclick: () => this.#stopStream() }, icon("stop"));
  readonly #panel = new CitationPanel();
  readonly element = el("div", { class: "chat", testid: "chat" },
    el("div", { class: "chat-column" }, this.#log,
      el("div", { class: "dock" }, this.#typing, this.#suggestions, this.#hints,
        el("div", { class: "composer" }, this.#hintsToggle, this.#input, this.#stop, this.#send))),
    this.#panel.element);

  #person: Person | undefined;
  #typingTimer = 0;
  /** What happened while the transcript was on its way, to be shown after it. */
  #meanwhile: (() => void)[] | undefined;
  readonly #drafts = new Map<string, string>();
  readonly #doors: MessageDoors = {
    sendText: (message) => void this.#sendText(message),
    openCitation: (citation, chip) => this.#panel.open(citation, chip),
  };

  constructor() {
    this.#stop.hidden = true;
    this.#input.addEventListener("input", () => this.#grow());
    this.#input.addEventListener("keydown", (event) => {
      // An Enter that ends the choice of a composed character is not one to send.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#sendDraft();
    });
  }

  async show(person: Person): Promise<void> {
    const changed = this.#person?.key !== person.key;
    if (changed) {
      if (this.#person) this.#drafts.set(this.#person.key, this.#input.value);
      this.#input.value = this.#drafts.get(person.key) ?? "";
      this.#grow();
      this.#panel.close();
    }
    this.#person = person;
    const meanwhile: (() => void)[] = [];
    this.#meanwhile = meanwhile;
    const { entries, stream } = await api.transcript(person.key);
    if (this.#meanwhile !== meanwhile) return;
    this.#meanwhile = undefined;
    this.#log.replaceChildren(el("p", { class: "beginning soft", text: "emptyChat" }), ...entries.map((entry) => this.#message(entry)));
    this.#stopTyping();
    this.#stop.hidden = true;
    if (stream) this.stream(stream);
    this.#suggest(entries.at(-1));
    this.#showHints(!entries.some((entry) => !entry.fromBot), false);
    this.#log.scrollTop = this.#log.scrollHeight;
    for (const happened of meanwhile) happened();
  }

  focusComposer(): void {
    this.#input.focus({ preventScroll: true });
  }

  add(entry: Entry): void {
    if (this.#meanwhile) return void this.#meanwhile.push(() => this.add(entry));
    const follows = this.#isAtEnd();
    const message = this.#message(entry);
    const streamed = this.#find(entry.id);
    if (streamed) streamed.replaceWith(message);
    else this.#log.append(message);
    if (entry.fromBot) {
      this.#stopTyping();
      this.#stop.hidden = !this.#log.querySelector("[data-stream]");
    }
    this.#suggest(entry);
    if (!entry.fromBot) this.#showHints(false);
    if (follows || !entry.fromBot) this.#scrollTo(message, Boolean(streamed));
  }

  update(entry: Entry, quiet: boolean): void {
    if (this.#meanwhile) return void this.#meanwhile.push(() => this.update(entry, quiet));
    const earlier = this.#find(entry.id);
    if (!earlier) return;
    const follows = this.#isAtEnd();
    const hadFocus = earlier.contains(document.activeElement);
    const message = this.#message(entry);
    if (!quiet) message.classList.add("changed");
    earlier.replaceWith(message);
    if (hadFocus) (message.querySelector<HTMLElement>(".card") ?? message).focus({ preventScroll: true });
    if (follows) this.#scrollTo(message, false);
  }

  remove(id: string): void {
    if (this.#meanwhile) return void this.#meanwhile.push(() => this.remove(id));
    this.#find(id)?.remove();
    this.#stop.hidden = !this.#log.querySelector("[data-stream]");
  }

  stream(stream: Stream): void {
    if (this.#meanwhile) return void this.#meanwhile.push(() => this.stream(stream));
    const follows = this.#isAtEnd();
    const message = streamElement(stream);
    const earlier = this.#find(stream.id);
    if (earlier) earlier.replaceWith(message);
    else this.#log.append(message);
    this.#stopTyping();
    this.#stop.hidden = false;
    if (follows) this.#log.scrollTop = this.#log.scrollHeight;
  }

  /** Shown for as long as Teams shows it, unless a message comes first. */
  typing(): void {
    this.#typing.replaceChildren(el("span", { class: "dots" }, el("i"), el("i"), el("i")), el("span", { text: "typing" }));
    clearTimeout(this.#typingTimer);
    this.#typingTimer = window.setTimeout(() => this.#stopTyping(), 10_000);
  }

  /** The examples exist per language and are drawn anew when it changes. */
  languageChanged(): void {
    this.#showHints(!this.#hints.hidden, false);
  }

  #message(entry: Entry): HTMLElement {
    return messageElement(this.#person!, entry, this.#doors);
  }

  #find(id: string): HTMLElement | null {
    return this.#log.querySelector<HTMLElement>(`[data-activity="${CSS.escape(id)}"]`);
  }

  #isAtEnd(): boolean {
    return this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < 80;
  }

  // The beginning of a long answer matters more than its end.
  #scrollTo(message: HTMLElement, grewInPlace: boolean): void {
    if (!grewInPlace && message.offsetHeight > this.#log.clientHeight) message.scrollIntoView({ block: "start" });
    else this.#log.scrollTop = this.#log.scrollHeight;
  }

  #stopTyping(): void {
    clearTimeout(this.#typingTimer);
    this.#typing.replaceChildren();
  }

  #suggest(last: Entry | undefined): void {
    const actions = last?.fromBot && !last.activity.attachments?.length ? last.activity.suggestedActions?.actions ?? [] : [];
    this.#suggestions.hidden = actions.length === 0;
    this.#suggestions.replaceChildren(...actions.map((action) => el("button", {
      class: "pill", testid: "suggested-action", onclick: () => {
        this.#suggest(undefined);
        this.focusComposer();
        void this.#sendText(String(action.value ?? action.title));
      },
    }, action.title)));
  }

  #showHints(visible: boolean, moveFocus = true): void {
    this.#hints.hidden = !visible;
    this.#hintsToggle.setAttribute("aria-expanded", String(visible));
    this.#hints.replaceChildren(
      el("h2", { text: "tryThis" }),
      ...hintsFor(this.#person?.key ?? "", currentLanguage()).map((hint) => el("button", {
        class: "pill", testid: "hint", onclick: () => {
          this.#showHints(false);
          void this.#sendText(hint);
        },
      }, hint)));
    if (!visible && moveFocus && document.activeElement === document.body) this.focusComposer();
  }

  #grow(): void {
    this.#input.style.height = "auto";
    this.#input.style.height = `${Math.min(this.#input.scrollHeight, 160)}px`;
  }

  #sendDraft(): void {
    const message = this.#input.value.trim();
    this.focusComposer();
    if (!message) return;
    this.#input.value = "";
    this.#grow();
    void this.#sendText(message);
  }

  async #sendText(message: string, retry = false): Promise<void> {
    const person = this.#person;
    if (!person) return;
    try {
      await api.send(person.key, message, retry);
    } catch (error) {
      if (this.#person?.key === person.key) this.#showFailure(error, message);
    }
  }

  #showFailure(error: unknown, message: string): void {
    this.#stopTyping();
    const notice = el("div", { class: "notice", testid: "notice", attributes: { role: "alert" } },
      el("span", {}, error instanceof Failure ? error.message : String(error)),
      el("button", {
        text: "retry", testid: "retry", onclick: () => {
          notice.remove();
          this.focusComposer();
          void this.#sendText(message, true);
        },
      }));
    this.#log.append(notice);
    this.#log.scrollTop = this.#log.scrollHeight;
  }

  #stopStream(): void {
    this.focusComposer();
    if (this.#person) void api.stop(this.#person.key).catch(() => undefined);
  }
}
