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

/** One request and one answer, whose bytes go where they are wanted as they come. Follows nothing, repeats nothing. */
final class HttpExchange {

  /** An answer's body is not read further than this when nobody wants it. */
  private static final long UNWANTED = 64 << 10;

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
   * What a server answered.
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

    /** Whether the server packed the bytes, though nobody asked for that. */
    boolean packed() {
      return header("Content-Encoding").matches("(?i)(x-)?gzip");
    }

    /** Whether it brings what was asked for. */
    boolean brings() {
      return status == 200 || status == 206;
    }
  }

  /** Where the bytes of a wanted answer go. */
  interface Taking {
    /** Called once an answer of 200 or 206 begins. */
    OutputStream open(Answer answer) throws IOException;
  }

  Answer get(URI address, Map<String, String> headers, Taking taking) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
    headers.forEach(request::setHeader);
    Taken taken = new Taken();
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(
            request.build(),
            info -> taken.begin(new Answer(info.statusCode(), address, info.headers()), taking));
    try {
      HttpResponse<Void> response = await(answer, taken);
      return new Answer(response.statusCode(), address, response.headers());
    } catch (ExecutionException e) {
      throw cause(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.io.InterruptedIOException("interrupted");
    } finally {
      answer.cancel(true);
      taken.stop();
    }
  }

  private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> answer, Taken taken)
      throws IOException, ExecutionException, InterruptedException {
    long began = System.nanoTime();
    long look = Math.max(10, Math.min(250, limits.silence().toMillis() / 4));
    while (true) {
      try {
        return answer.get(look, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        long now = System.nanoTime();
        if (now - Math.max(began, taken.last) > limits.silence().toNanos()) {
          throw new SocketTimeoutException("no byte came for " + FetchMessages.time(limits.silence()));
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

  /** Takes the bytes of one answer. */
  private static final class Taken implements HttpResponse.BodySubscriber<Void> {

    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private volatile long last = Long.MIN_VALUE;
    private Flow.Subscription subscription;
    private OutputStream out;
    private long unwanted;
    private IOException fault;

    synchronized HttpResponse.BodySubscriber<Void> begin(Answer answer, Taking taking) {
      last = System.nanoTime();
      try {
        out = answer.brings() ? taking.open(answer) : null;
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
            unwanted += bytes.length;
          }
        }
        if (unwanted > UNWANTED) {
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

    /** Ends it from outside: what came so far is kept. */
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
