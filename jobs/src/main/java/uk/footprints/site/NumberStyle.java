package uk.footprints.site;

import java.util.Locale;
import java.util.regex.Pattern;

/** The ways in which a number is written for people. */
public enum NumberStyle {
  /** {@code 12,345}. */
  WHOLE("%,.0f"),
  /** {@code 12.3}. */
  ONE("%,.1f"),
  /** {@code 1.23}. */
  TWO("%,.2f"),
  /** {@code 0.123}. */
  THREE("%,.3f"),
  /** {@code 12.3%}. */
  PERCENT("%,.1f%%"),
  /** {@code +1.2}. */
  SIGNED("%+,.1f"),
  /** {@code +1,234}. */
  SIGNED_WHOLE("%+,.0f"),
  /** {@code +1.2%}. */
  SIGNED_PERCENT("%+,.1f%%"),
  /** {@code £1,234}. */
  POUNDS("£%,.0f"),
  /** {@code £1.2m}. */
  MILLIONS("£%,.1fm");

  /** A number that is rounded to nought, which has no sign. */
  private static final Pattern NOTHING = Pattern.compile("[^1-9]*");

  private final String format;

  NumberStyle(String format) {
    this.format = format;
  }

  /** Returns the number as text, with a real minus sign. */
  String shown(double value) {
    double number = this == MILLIONS ? value / 1e6 : value;
    boolean owed = number < 0 && format.startsWith("£");
    String text = String.format(Locale.UK, format, owed ? -number : number);
    if (NOTHING.matcher(text).matches()) {
      return text.replaceAll("[-+]", "");
    }
    return (owed ? "−" : "") + text.replace('-', '−');
  }
}
