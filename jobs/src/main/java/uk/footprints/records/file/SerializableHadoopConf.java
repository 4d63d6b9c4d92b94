package uk.footprints.records.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;

/** A Hadoop configuration that Spark can serialize to executors. */
public final class SerializableHadoopConf implements Serializable {

  private static final long serialVersionUID = 1L;

  private final byte[] bytes;
  private transient Configuration conf;

  public SerializableHadoopConf(Configuration conf) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      conf.write(new DataOutputStream(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.bytes = out.toByteArray();
  }

  /** Returns the configuration; it is created once in each process. */
  public synchronized Configuration get() {
    if (conf == null) {
      Configuration read = new Configuration(false);
      try {
        read.readFields(new DataInputStream(new ByteArrayInputStream(bytes)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      conf = read;
    }
    return conf;
  }
}
