package uk.footprints.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Origin of a fetched file: one vintage of one address.
 *
 * @param dataset the dataset for which it was fetched
 * @param url its address, as linked
 * @param page the page that linked it
 * @param name the published name
 * @param path path below the folder to fetch into
 * @param sha256 hash of its bytes
 * @param bytes its size
 * @param etag the {@code ETag} of the server, for conditional requests; empty when there was none
 * @param lastModified the {@code Last-Modified} of the server; empty when there was none
 * @param publishedOn day of publication; null when neither page nor server gave it
 * @param publishedBasis {@code page} or {@code header}; empty without a day
 * @param fetchedAt time of fetching
 * @param replaces SHA-256 of the former vintage; empty for the first
 * @param goneOn the day on which it was no longer published; null while it is
 */
public record Receipt(
    String dataset,
    String url,
    String page,
    String name,
    String path,
    String sha256,
    long bytes,
    String etag,
    String lastModified,
    LocalDate publishedOn,
    String publishedBasis,
    Instant fetchedAt,
    String replaces,
    LocalDate goneOn)
    implements Serializable {

  /** Returns the day of publication, where it is known. */
  public Optional<LocalDate> findPublishedOn() {
    return Optional.ofNullable(publishedOn);
  }

  /** Returns the day on which it was fetched, in UTC. */
  public LocalDate fetchedOn() {
    return LocalDate.ofInstant(fetchedAt, ZoneOffset.UTC);
  }

  /** Returns a copy with the latest validators of the server. */
  Receipt withValidators(String newEtag, String newLastModified) {
    return new Receipt(
        dataset, url, page, name, path, sha256, bytes, newEtag, newLastModified, publishedOn, publishedBasis, fetchedAt,
        replaces, goneOn);
  }

  /** Returns a copy with the day on which the file was no longer published; null when it is published again. */
  Receipt withGoneOn(LocalDate since) {
    return new Receipt(
        dataset, url, page, name, path, sha256, bytes, etag, lastModified, publishedOn, publishedBasis, fetchedAt,
        replaces, since);
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("url", url);
    json.put("page", page);
    json.put("name", name);
    json.put("path", path);
    json.put("sha256", sha256);
    json.put("bytes", bytes);
    json.put("etag", etag);
    json.put("last_modified", lastModified);
    json.put("published_on", publishedOn == null ? null : publishedOn.toString());
    json.put("published_basis", publishedBasis);
    json.put("fetched_at", fetchedAt.toString());
    json.put("replaces", replaces);
    json.put("gone_on", goneOn == null ? null : goneOn.toString());
    return json;
  }

  static Receipt of(String dataset, JsonNode json) {
    return new Receipt(
        dataset,
        json.path("url").asText(),
        json.path("page").asText(),
        json.path("name").asText(),
        json.path("path").asText(),
        json.path("sha256").asText(),
        json.path("bytes").asLong(),
        json.path("etag").asText(),
        json.path("last_modified").asText(),
        day(json.path("published_on")),
        json.path("published_basis").asText(),
        Instant.parse(json.path("fetched_at").asText()),
        json.path("replaces").asText(),
        day(json.path("gone_on")));
  }

  private static LocalDate day(JsonNode json) {
    return json.isTextual() ? LocalDate.parse(json.asText()) : null;
  }
}
