library(data.table)
library(readxl)

store <- "published"
release <- file.path(store, "releases", trimws(readLines(file.path(store, "CURRENT"), warn = FALSE)[1]))
indicators <- fread(file.path(release, "reports", "csv", "indicators.csv"))
print(tail(indicators[geography == "country" & basis == "as_was", .(indicator, period_start, value)]))
print(excel_sheets(file.path(release, "reports", "xlsx", "beds.xlsx")))
