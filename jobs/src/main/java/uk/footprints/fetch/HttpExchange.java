package uk.footprints.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one request and streams the response body to its consumer. Follows no redirects and does not retry. */
final class HttpExchange {

  /** The largest part to read of a response body that has no consumer. */
  private static final long DISCARD_LIMIT = 64 << 10;

  private final HttpClient client;
  private final FetchLimits limits;

  HttpExchange(FetchLimits limits) {
    this.limits = limits;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(limits.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /**
   * Response of a server, without its body.
   *
   * @param at the address that answered, after redirects
   */
  record Answer(int status, URI at, HttpHeaders headers) {
    String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    long length() {
      return headers.firstValueAsLong("Content-Length").orElse(-1);
    }

    /** Whether the server compressed the body without being requested to. */
    boolean packed() {
      return header("Content-Encoding").matches("(?i)(x-)?gzip");
    }

    /** Whether the body is the requested content, whole or in part. */
    boolean hasContent() {
      return status == 200 || status == 206;
    }
  }

  /** Opens the output for the body of a response. */
  interface BodyTarget {
    /** Called when a response of status 200 or 206 begins. */
    OutputStream open(Answer answer) throws IOException;
  }

  Answer get(URI address, Map<String, String> headers, BodyTarget target) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
    headers.forEach(request::setHeader);
    BodyWriter body = new BodyWriter();
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(
            request.build(),
            info -> body.begin(new Answer(info.statusCode(), address, info.headers()), target));
    try {
      HttpResponse<Void> response = await(answer, body);
      return new Answer(response.statusCode(), address, response.headers());
    } catch (ExecutionException e) {
      throw cause(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.io.InterruptedIOException("interrupted");
    } finally {
      answer.cancel(true);
      body.stop();
    }
  }

  private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> answer, BodyWriter body)
      throws IOException, ExecutionException, InterruptedException {
    long began = System.nanoTime();
    long interval = Math.max(10, Math.min(250, limits.silence().toMillis() / 4));
    while (true) {
      try {
        return answer.get(interval, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        long now = System.nanoTime();
        if (now - Math.max(began, body.last) > limits.silence().toNanos()) {
          throw new SocketTimeoutException("no byte was received for " + FetchMessages.time(limits.silence()));
        }
        if (now - began > limits.whole().toNanos()) {
          throw new SocketTimeoutException("it took longer than " + FetchMessages.time(limits.whole()));
        }
      }
    }
  }

  private static IOException cause(ExecutionException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof RefusedDownloadException || t instanceof LocalWriteException) {
        return (IOException) t;
      }
    }
    return e.getCause() instanceof IOException io ? io : new IOException(String.valueOf(e.getCause()), e.getCause());
  }

  /** Writes the body of one response to its target. */
  private static final class BodyWriter implements HttpResponse.BodySubscriber<Void> {

    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private volatile long last = Long.MIN_VALUE;
    private Flow.Subscription subscription;
    private OutputStream out;
    private long discarded;
    private IOException fault;

    synchronized HttpResponse.BodySubscriber<Void> begin(Answer answer, BodyTarget target) {
      last = System.nanoTime();
      try {
        out = answer.hasContent() ? target.open(answer) : null;
      } catch (IOException e) {
        fault = e;
      }
      return this;
    }

    @Override
    public CompletionStage<Void> getBody() {
      return done;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
      subscription = given;
      if (fault != null) {
        fail(fault);
      } else {
        given.request(1);
      }
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
      last = System.nanoTime();
      try {
        for (ByteBuffer buffer : buffers) {
          byte[] bytes = new byte[buffer.remaining()];
          buffer.get(bytes);
          if (out != null) {
            out.write(bytes);
          } else {
            discarded += bytes.length;
          }
        }
        if (discarded > DISCARD_LIMIT) {
          subscription.cancel();
          done.complete(null);
        } else {
          subscription.request(1);
        }
      } catch (IOException e) {
        fail(e);
      }
    }

    private void fail(IOException e) {
      subscription.cancel();
      onError(e);
    }

    @Override
    public synchronized void onError(Throwable e) {
      try {
        close();
      } catch (IOException also) {
        e.addSuppressed(also);
      }
      done.completeExceptionally(e);
    }

    @Override
    public synchronized void onComplete() {
      try {
        close();
        done.complete(null);
      } catch (IOException e) {
        done.completeExceptionally(e);
      }
    }

    /** Stops the transfer; the bytes received so far are kept. */
    synchronized void stop() {
      if (subscription != null && !done.isDone()) {
        fail(new IOException("stopped"));
      }
    }

    private void close() throws IOException {
      if (out != null) {
        OutputStream closing = out;
        out = null;
        closing.close();
      }
    }
  }
}
