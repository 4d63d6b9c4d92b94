package uk.footprints.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import uk.footprints.storage.Store;

/** A publisher's site on this machine: pages, files, and what a server may do wrong. It records the requests. */
public final class TestSite implements AutoCloseable {

  /** One request. */
  public record Request(String path, Map<String, List<String>> headers) {
    public String header(String name) {
      return headers.entrySet().stream()
          .filter(e -> e.getKey().equalsIgnoreCase(name))
          .map(e -> e.getValue().get(0))
          .findFirst()
          .orElse("");
    }
  }

  /** What a server does with a request. */
  public interface Response {
    void answer(HttpExchange exchange) throws IOException;
  }

  private record StoredFile(byte[] bytes, String type, String lastModified) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, StoredFile> stored = new ConcurrentHashMap<>();
  private final Map<String, Deque<Response>> first = new ConcurrentHashMap<>();
  private final List<Request> asked = new CopyOnWriteArrayList<>();
  private volatile boolean noVersions;

  public TestSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** The address of a path here. */
  public String at(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** The pages of a dataset as they are declared, but here. */
  public DownloadSource here(DownloadSource declared) {
    return new DownloadSource(
        declared.landings().stream()
            .map(
                l ->
                    new LandingPage(
                        URI.create(at(l.page().getRawPath() + (l.page().getRawQuery() == null ? "" : "?" + l.page().getRawQuery()))),
                        l.pages(),
                        l.dated(),
                        l.files(),
                        l.called(),
                        l.below()))
            .toList(),
        declared.byHand());
  }

  public TestSite page(String path, String html) {
    stored.put(path, new StoredFile(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=UTF-8", ""));
    return this;
  }

  public TestSite file(String path, byte[] bytes) {
    return file(path, bytes, "");
  }

  public TestSite file(String path, byte[] bytes, String lastModified) {
    stored.put(path, new StoredFile(bytes, "application/octet-stream", lastModified));
    return this;
  }

  public TestSite gone(String path) {
    stored.remove(path);
    return this;
  }

  /** The server gives no ETag and no time: a broken download cannot be continued. */
  public TestSite withoutVersions() {
    noVersions = true;
    return this;
  }

  /** What happens with the first requests for a path, one each; after them it is as it should be. */
  public TestSite first(String path, Response... responses) {
    first.computeIfAbsent(path, k -> new ArrayDeque<>()).addAll(List.of(responses));
    return this;
  }

  /** What happens with every request for a path. */
  public TestSite always(String path, Response response) {
    Response[] many = new Response[50];
    java.util.Arrays.fill(many, response);
    return first(path, many);
  }

  /** Requests for a path, in order. */
  public List<Request> asked(String path) {
    return asked.stream().filter(a -> a.path().equals(path)).toList();
  }

  public List<Request> asked() {
    return List.copyOf(asked);
  }

  public void forget() {
    asked.clear();
  }

  public static Response status(int status, String... headers) {
    return x -> {
      for (int i = 0; i < headers.length; i += 2) {
        x.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      x.sendResponseHeaders(status, -1);
    };
  }

  public static Response redirect(String to) {
    return status(302, "Location", to);
  }

  public static Response html(String title) {
    return x ->
        send(x, 200, "<!DOCTYPE html>\n<html><head><title>%s</title></head></html>".formatted(title).getBytes(StandardCharsets.UTF_8));
  }

  public static Response packed(byte[] gzip) {
    return x -> {
      x.getResponseHeaders().set("Content-Encoding", "gzip");
      send(x, 200, gzip);
    };
  }

  /** Says nothing for a while. */
  public static Response silent(long millis) {
    return x -> {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      x.sendResponseHeaders(500, -1);
    };
  }

  /** Sends the beginning of a file that is stored, and breaks off. */
  public Response cut(int after) {
    return x -> {
      StoredFile file = stored.get(x.getRequestURI().getRawPath());
      version(x, file);
      x.sendResponseHeaders(200, file.bytes().length);
      x.getResponseBody().write(file.bytes(), 0, after);
      x.getResponseBody().flush();
    };
  }

  /** Sends the beginning, and then nothing more. */
  public Response stall(int after, long millis) {
    return x -> {
      cut(after).answer(x);
      silent(millis).answer(x);
    };
  }

  /** Sends without end and without saying how much. */
  public static Response endless() {
    return x -> {
      x.sendResponseHeaders(200, 0);
      byte[] block = new byte[1 << 16];
      while (true) {
        x.getResponseBody().write(block);
      }
    };
  }

  private void handle(HttpExchange x) throws IOException {
    String query = x.getRequestURI().getRawQuery();
    String withQuery = x.getRequestURI().getRawPath() + "?" + query;
    String path = query != null && stored.containsKey(withQuery) ? withQuery : x.getRequestURI().getRawPath();
    asked.add(new Request(path, Map.copyOf(x.getRequestHeaders())));
    try (x) {
      Deque<Response> odd = first.get(path);
      Response response;
      synchronized (this) {
        response = odd == null ? null : odd.poll();
      }
      if (response != null) {
        response.answer(x);
      } else {
        well(x, path);
      }
    } catch (IOException e) {
      // The other side had enough.
      if (Boolean.getBoolean("site.trace")) {
        e.printStackTrace();
      }
    }
  }

  private void well(HttpExchange x, String path) throws IOException {
    StoredFile file = stored.get(path);
    if (file == null) {
      status(404).answer(x);
      return;
    }
    x.getResponseHeaders().set("Content-Type", file.type());
    version(x, file);
    String etag = etag(file);
    String none = x.getRequestHeaders().getFirst("If-None-Match");
    String range = x.getRequestHeaders().getFirst("Range");
    boolean current = etag.equals(x.getRequestHeaders().getFirst("If-Range"));
    if (!noVersions && etag.equals(none)) {
      x.sendResponseHeaders(304, -1);
    } else if (range != null && current) {
      int from = Integer.parseInt(range.replaceAll("\\D", ""));
      x.getResponseHeaders()
          .set("Content-Range", "bytes %d-%d/%d".formatted(from, file.bytes().length - 1, file.bytes().length));
      send(x, 206, java.util.Arrays.copyOfRange(file.bytes(), from, file.bytes().length));
    } else {
      send(x, 200, file.bytes());
    }
  }

  private void version(HttpExchange x, StoredFile file) {
    if (!noVersions) {
      x.getResponseHeaders().set("ETag", etag(file));
      if (!file.lastModified().isEmpty()) {
        x.getResponseHeaders().set("Last-Modified", file.lastModified());
      }
    }
  }

  private static String etag(StoredFile file) {
    return '"' + Store.sha256(file.bytes()).substring(0, 16) + '"';
  }

  private static void send(HttpExchange x, int status, byte[] bytes) throws IOException {
    x.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = x.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
