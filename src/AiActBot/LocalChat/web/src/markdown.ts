import MarkdownIt from "markdown-it";

// No HTML, no images, links to the web and to mail only: what a bot writes is text, never markup of this page.
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true }).disable("image");
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
markdown.validateLink = (address) => /^(https?|mailto):/i.test(address.trim());
markdown.renderer.rules.link_open = (tokens, index, options, _, renderer) => {
  tokens[index]?.attrSet("target", "_blank");
  tokens[index]?.attrSet("rel", "noopener noreferrer");
  return renderer.renderToken(tokens, index, options);
};

export const markdownToHtml = (source: string): string => markdown.render(source);

/** Plain text with its addresses made clickable. */
export function linkedText(source: string, link: (address: string, shown: string) => Node): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let from = 0;
  for (const match of markdown.linkify.match(source) ?? []) {
    if (!markdown.validateLink(match.url)) continue;
    parts.push(source.slice(from, match.index), link(match.url, match.raw));
    from = match.lastIndex;
  }
  return [...parts, source.slice(from)];
}
