package uk.footprints.source;

import java.util.List;

/**
 * How files of a dataset are had from their publisher.
 *
 * @param landings where they are linked from; none when they have to be downloaded by hand
 * @param byHand why they have to be; empty otherwise
 */
public record Live(List<Landing> landings, String byHand) {

  /** From these pages. */
  public static Live from(Landing... landings) {
    return new Live(List.of(landings), "");
  }

  /** Only by hand, and why: one sentence. */
  public static Live byHand(String why) {
    return new Live(List.of(), why);
  }
}
