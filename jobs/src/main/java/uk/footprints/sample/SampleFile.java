package uk.footprints.sample;

import java.nio.charset.Charset;

/**
 * A file of the sample, before it has a folder.
 *
 * @param name its name, much as published
 * @param bytes its content
 */
public record SampleFile(String name, byte[] bytes) {

  static SampleFile text(String name, String text, Charset charset) {
    return new SampleFile(name, text.getBytes(charset));
  }

  /** {@code csv}, {@code xls} or {@code xlsx}. */
  public String extension() {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
