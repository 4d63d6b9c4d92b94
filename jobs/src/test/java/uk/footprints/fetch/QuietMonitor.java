package uk.footprints.fetch;

/** A monitor of downloads that shows nothing. */
public final class QuietMonitor implements Fetcher.Monitor {

  @Override
  public void looking(String dataset) {}

  @Override
  public void found(int files) {}

  @Override
  public void coming(String name, long bytes) {}

  @Override
  public void done(FetchResult fetched) {}
}
