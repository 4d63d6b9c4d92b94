package uk.footprints.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * Is placed before an S3 server on this machine and does what networks and busy servers do: slow-downs, delays, requests
 * that never arrive, and answers that are lost though the request was done.
 */
final class StoreFaults implements AutoCloseable {

  private static final Set<String> LEFT_OUT =
      Set.of("host", "connection", "content-length", "expect", "transfer-encoding", "upgrade");

  private final HttpServer server;
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI behind;
  private final Random chance = new Random(7);
  private final TreeMap<String, Integer> counts = new TreeMap<>();
  private final ConcurrentHashMap<String, Object> writing = new ConcurrentHashMap<>();
  private volatile boolean bad;
  private volatile String loseAnswerOf = "";
  private volatile String silentOn = "";

  StoreFaults(URI behind) throws IOException {
    this.behind = behind;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  String endpoint() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  void bad(boolean on) {
    bad = on;
  }

  /** The answer to the next write of a path that ends so is lost. */
  void loseAnswerOf(String ending) {
    loseAnswerOf = ending;
  }

  /** The next write of a path that ends so is not heard, and nobody says so. */
  void silentOn(String ending) {
    silentOn = ending;
  }

  synchronized TreeMap<String, Integer> counts() {
    return new TreeMap<>(counts);
  }

  private synchronized String weather(HttpExchange exchange) {
    counts.merge(kind(exchange), 1, Integer::sum);
    String what = "";
    boolean write = exchange.getRequestMethod().equals("PUT");
    if (write && !loseAnswerOf.isEmpty() && exchange.getRequestURI().getPath().endsWith(loseAnswerOf)) {
      loseAnswerOf = "";
      counts.merge("answers of the pointer lost", 1, Integer::sum);
      what = "lost answers";
    } else if (write && !silentOn.isEmpty() && exchange.getRequestURI().getPath().endsWith(silentOn)) {
      silentOn = "";
      what = "time-outs";
    } else if (bad) {
      double d = chance.nextDouble();
      what = d < 0.02 ? "slow-downs" : d < 0.035 ? "delays" : d < 0.045 ? "lost requests" : d < 0.055 ? "lost answers" : "";
    }
    if (!what.isEmpty()) {
      counts.merge(what, 1, Integer::sum);
    }
    return what;
  }

  /** {@code LIST} is a {@code GET} of the bucket. */
  private static String kind(HttpExchange exchange) {
    String query = exchange.getRequestURI().getQuery();
    return query != null && query.contains("list-type") ? "LIST" : exchange.getRequestMethod();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String weather = weather(exchange);
      switch (weather) {
        case "slow-downs" -> {
          byte[] slow =
              "<?xml version=\"1.0\"?><Error><Code>SlowDown</Code><Message>Reduce your request rate.</Message></Error>"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/xml");
          boolean head = exchange.getRequestMethod().equals("HEAD");
          exchange.sendResponseHeaders(503, head ? -1 : slow.length);
          if (!head) {
            exchange.getResponseBody().write(slow);
          }
          return;
        }
        case "lost requests" -> {
          return;
        }
        case "time-outs" -> {
          Thread.sleep(20_000);
          return;
        }
        case "delays" -> Thread.sleep(500);
        default -> {}
      }
      HttpResponse<byte[]> answer = sent(exchange, body);
      if (weather.equals("lost answers")) {
        return;
      }
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!LEFT_OUT.contains(name.toLowerCase(java.util.Locale.ROOT)) && !name.startsWith(":")) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      boolean head = exchange.getRequestMethod().equals("HEAD");
      if (head) {
        answer
            .headers()
            .firstValue("content-length")
            .ifPresent(length -> exchange.getResponseHeaders().set("Content-Length", length));
      }
      byte[] bytes = answer.body();
      exchange.sendResponseHeaders(answer.statusCode(), head || bytes.length == 0 ? -1 : bytes.length);
      if (!head && bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** S3 looks at a condition and writes in one; the mock looks and then writes, so two writes of an object wait here. */
  private HttpResponse<byte[]> sent(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
    HttpRequest request = forwarded(exchange, body);
    if (!exchange.getRequestMethod().equals("PUT")) {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
    synchronized (writing.computeIfAbsent(exchange.getRequestURI().getPath(), path -> new Object())) {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private HttpRequest forwarded(HttpExchange exchange, byte[] body) {
    String query = exchange.getRequestURI().getRawQuery();
    URI to = behind.resolve(exchange.getRequestURI().getRawPath() + (query == null ? "" : "?" + query));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to).method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!LEFT_OUT.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
