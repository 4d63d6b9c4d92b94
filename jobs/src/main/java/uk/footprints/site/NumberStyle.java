package uk.footprints.site;

import java.util.Locale;
import java.util.OptionalLong;
import uk.footprints.text.DecimalDigits;

/** The ways in which a number is written for people. */
public enum NumberStyle {
  /** {@code 12,345}. */
  WHOLE("%,.0f"),
  /** {@code 12.3}. */
  ONE("%,.1f"),
  /** A value of an indicator: {@code 12.3}; below one, two significant digits, so that a small rate is no nought. */
  VALUE("%,.1f"),
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

  private static final char MINUS = '\u2212';
  private static final int THOUSAND = 3;
  private static final int MOST_DECIMALS = 4;

  private final String format;
  private final String before;
  private final boolean signed;
  private final int decimals;
  private final String after;

  NumberStyle(String format) {
    this.format = format;
    int percent = format.indexOf('%');
    int point = format.indexOf('.');
    this.before = format.substring(0, percent);
    this.signed = format.indexOf('+') >= 0;
    this.decimals = format.charAt(point + 1) - '0';
    this.after = format.substring(point + 3).replace("%%", "%");
  }

  /** Returns the number as text, with a real minus sign. */
  String shown(double value) {
    double number = this == MILLIONS ? value / 1e6 : value;
    OptionalLong scaled =
        isSmallValue(number) ? OptionalLong.empty() : DecimalDigits.findScaled(Math.abs(number), decimals);
    return scaled.isPresent() ? text(number < 0, scaled.getAsLong()) : slowly(number);
  }

  /** Returns the text of a rounded number, a second faster in a release than {@link #slowly}. */
  private String text(boolean negative, long scaled) {
    String digits = Long.toString(scaled);
    int whole = digits.length() - decimals;
    if (whole < 1) {
      digits = "0".repeat(1 - whole) + digits;
      whole = 1;
    }
    StringBuilder text = new StringBuilder(before);
    if (negative) {
      text.append(MINUS);
    } else if (signed) {
      text.append('+');
    }
    for (int i = 0; i < digits.length(); i++) {
      if (i == whole) {
        text.append('.');
      } else if (i > 0 && i < whole && (whole - i) % THOUSAND == 0) {
        text.append(',');
      }
      text.append(digits.charAt(i));
    }
    return withSign(text.append(after).toString());
  }

  /** Returns the text of any number. */
  String slowly(double number) {
    String digits = format;
    if (isSmallValue(number)) {
      int places = Math.min(MOST_DECIMALS, 1 - (int) Math.floor(Math.log10(Math.abs(number))));
      digits = "%." + places + "f";
    }
    return withSign(String.format(Locale.UK, digits, number == 0 ? 0.0 : number).replace('-', MINUS));
  }

  private boolean isSmallValue(double number) {
    return this == VALUE && number != 0 && Math.abs(number) < 1;
  }

  /** Writes the minus sign before the pound sign; a number that is rounded to nought has no sign. */
  private static String withSign(String text) {
    if (text.chars().noneMatch(c -> c >= '1' && c <= '9')) {
      return text.replace(String.valueOf(MINUS), "").replace("+", "");
    }
    return text.startsWith("£" + MINUS) ? MINUS + "£" + text.substring(2) : text;
  }
}
