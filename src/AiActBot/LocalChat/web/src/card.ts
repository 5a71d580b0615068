import * as AdaptiveCards from "adaptivecards";
import { api, type Person } from "./api";
import { el } from "./dom";
import { markdownToHtml } from "./markdown";
import { text } from "./texts";

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (source, result) => {
  result.outputHtml = markdownToHtml(source);
  result.didProcess = true;
};

// Colours are the page's own variables, so that a card follows the theme without being drawn again.
const ink = (name: string) => ({ default: `var(--${name})`, subtle: "var(--ink-soft)" });
const foreground = {
  default: ink("ink"), dark: ink("ink"), light: ink("ink-soft"), accent: ink("accent-ink"),
  good: ink("good"), warning: ink("warning"), attention: ink("danger"),
};
const container = (background: string) => ({ backgroundColor: `var(--${background})`, foregroundColors: foreground });
const hostConfig = new AdaptiveCards.HostConfig({
  fontFamily: "inherit",
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 14 },
  supportsInteractivity: true,
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  imageSizes: { small: 32, medium: 56, large: 96 },
  containerStyles: {
    default: container("surface"), emphasis: container("surface-soft"), accent: container("accent-soft"),
    good: container("good-soft"), warning: container("warning-soft"), attention: container("danger-soft"),
  },
  actions: {
    maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left",
    showCard: { actionMode: "inline", inlineTopMargin: 12 },
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { size: "default", color: "default", weight: "bolder", suffix: " *", suffixColor: "attention" },
      optionalInputs: { size: "default", color: "default", weight: "bolder" },
    },
    errorMessage: { size: "small", color: "attention", weight: "default", spacing: "small" },
  },
  factSet: {
    title: { color: "default", size: "default", isSubtle: true, weight: "default", wrap: true, maxWidth: 180 },
    value: { color: "default", size: "default", weight: "default", wrap: true },
    spacing: 12,
  },
});

// Teams asks again only when the last answer is a minute old; asking on every change makes a loop.
const refreshInterval = 60_000;
const refreshedAt = new Map<string, number>();

/** The card by itself. Throws when it is none. */
export function drawnCard(payload: Record<string, unknown>, act: (action: AdaptiveCards.Action) => void): HTMLElement {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = hostConfig;
  // Teams shows version 1.5 to bots; what is newer falls back here as it does there.
  card.parse(payload, new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5));
  card.onExecuteAction = act;
  const drawn = card.render();
  if (!drawn) throw new Error("nothing drawn");
  return drawn;
}

export interface CardDoors {
  sendText(message: string): void;
}

/** A card and, below it, what came of the last press of a button. */
export function cardElement(person: Person, activityId: string, payload: Record<string, unknown>, doors: CardDoors): HTMLElement {
  const frame = el("div", { class: "card", testid: "card", attributes: { tabindex: "-1" } });
  const notice = el("div", { class: "card-notice", attributes: { role: "status" } });
  try {
    frame.append(drawnCard(payload, (action) => void execute(action)), notice);
  } catch {
    frame.append(el("p", { class: "soft", text: "cardUnreadable" }));
  }
  refresh();
  return frame;

  async function execute(action: AdaptiveCards.Action): Promise<void> {
    if (action instanceof AdaptiveCards.OpenUrlAction) {
      if (/^(https?|mailto):/i.test(action.url ?? "")) window.open(action.url, "_blank", "noopener,noreferrer");
    } else if (action instanceof AdaptiveCards.ExecuteAction) {
      await working(async () => {
        const request = { id: action.id, verb: action.verb, data: action.data };
        tell(await api.invoke(person.key, activityId, request, "manual"));
      });
    } else if (action instanceof AdaptiveCards.SubmitAction) {
      await submit(action.data as Record<string, unknown> | undefined);
    }
  }

  async function submit(data: Record<string, unknown> = {}): Promise<void> {
    const teams = data.msteams as { type?: string; value?: unknown; text?: string } | undefined;
    if (teams?.type === "imBack") return doors.sendText(String(teams.value ?? ""));
    await working(() => teams?.type === "messageBack"
      ? api.submit(person.key, activityId, teams.value ?? {}, teams.text)
      : api.submit(person.key, activityId, data));
  }

  async function working(act: () => Promise<unknown>): Promise<void> {
    show(text("working"), false);
    frame.inert = true;
    frame.setAttribute("aria-busy", "true");
    try {
      show("", false);
      await act();
    } catch (error) {
      show(error instanceof Error ? error.message : text("failCard"), true);
    } finally {
      frame.inert = false;
      frame.removeAttribute("aria-busy");
      // The pressed button may be gone; the keyboard should stay here and not go back to the top of the page.
      if (document.activeElement === document.body && frame.isConnected) frame.focus({ preventScroll: true });
    }
  }

  function tell(answer: { statusCode?: number; type?: string; value?: unknown }): void {
    if (answer.type === "application/vnd.microsoft.activity.message") show(String(answer.value ?? ""), false);
    else if ((answer.statusCode ?? 200) >= 400)
      show((answer.value as { message?: string } | undefined)?.message ?? text("failCard"), true);
  }

  function show(message: string, isError: boolean): void {
    notice.textContent = message;
    notice.classList.toggle("danger", isError);
    if (message) notice.scrollIntoView({ block: "nearest" });
  }

  function refresh(): void {
    const wanted = payload.refresh as { action?: Record<string, unknown>; userIds?: string[] } | undefined;
    if (!wanted?.action || (wanted.userIds && !wanted.userIds.includes(person.mri))) return;
    if (Date.now() - (refreshedAt.get(activityId) ?? 0) < refreshInterval) return;
    refreshedAt.set(activityId, Date.now());
    void api.invoke(person.key, activityId, wanted.action, "automatic").catch(() => undefined);
  }
}
