from pathlib import Path
import pandas as pd

store = Path("published")
release = store / "releases" / (store / "CURRENT").read_text().strip()
indicators = pd.read_parquet(release / "indicators")
england = indicators[(indicators.geography == "country") & (indicators.basis == "as_was")]
print(england[["indicator", "period_start", "value"]].tail())
