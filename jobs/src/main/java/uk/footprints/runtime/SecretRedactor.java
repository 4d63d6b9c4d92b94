package uk.footprints.runtime;

import java.util.regex.Pattern;

/** Keeps secrets out of what is printed, logged or written: values of keys that name one, and users in addresses. */
public final class SecretRedactor {

  private static final String MASK = "***";
  private static final Pattern KEY =
      Pattern.compile("(?i).*(secret|password|passwd|token|credential|access[._-]?key|api[._-]?key|private[._-]?key"
          + "|account[._-]?key|lineage[._-]?key).*");
  private static final Pattern PAIR = Pattern.compile("([\\w.\\-]+)=(\\S+)");
  private static final Pattern USER = Pattern.compile("(?<=://)[^/@\\s]+@");
  private static final Pattern IN_ADDRESS =
      Pattern.compile("(?i)([?&](?:sig|signature|token|key|password|secret|x-amz-[a-z-]+)=)[^&\\s]+");

  private SecretRedactor() {}

  /** Returns whether values of this key are secret. */
  public static boolean isSecret(String key) {
    return KEY.matcher(key).matches();
  }

  /** Returns a value with secrets masked. */
  public static String shown(String key, String value) {
    return isSecret(key) ? MASK : shown(value);
  }

  /** Returns a text with users in addresses, signatures and secret values of {@code key=value} pairs masked. */
  public static String shown(String text) {
    String shown = USER.matcher(text).replaceAll(MASK + "@");
    shown = IN_ADDRESS.matcher(shown).replaceAll("$1" + MASK);
    return PAIR.matcher(shown).replaceAll(p ->
        java.util.regex.Matcher.quoteReplacement(isSecret(p.group(1)) ? p.group(1) + "=" + MASK : p.group()));
  }
}
