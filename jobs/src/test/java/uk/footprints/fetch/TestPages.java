package uk.footprints.fetch;

import java.util.List;

/** Pages built as the publishers build theirs: a menu, a heading, and links in paragraphs with words behind them. */
public final class TestPages {

  private TestPages() {}

  /** A link, and the content at its address. */
  public record Link(String href, String words, String behind) {}

  public static Link link(String href, String words) {
    return new Link(href, words, "");
  }

  public static Link link(String href, String words, String behind) {
    return new Link(href, words, behind);
  }

  public static String with(String title, Link... links) {
    return with(title, List.of(links));
  }

  public static String with(String title, List<Link> links) {
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head><meta charset=\"utf-8\"><title>Statistics » ")
        .append(title)
        .append("</title></head>\n<body>\n<header><nav><ul>")
        .append("<li><a href=\"/\">Home</a></li><li><a href=\"/news/\">News</a></li>")
        .append("<li><a href=\"mailto:desk@example.org\">Contact</a></li></ul></nav></header>\n")
        .append("<main><article class=\"rich-text\"><h1>").append(title).append("</h1>\n");
    for (Link link : links) {
      page.append("<p><a href=\"").append(link.href()).append("\">").append(link.words()).append("</a>")
          .append(link.behind()).append("</p>\n");
    }
    return page.append("</article></main>\n<footer><a href=\"#top\">Top</a> <a href=\"https://www.example.org/\">")
        .append("Elsewhere</a></footer>\n</body></html>\n")
        .toString();
  }
}
