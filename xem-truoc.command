#!/bin/sh
# Nhấn đúp để xem trước sổ vinh danh trong trình duyệt (macOS, Linux). Đóng cửa sổ này là dừng.
cd "$(dirname "$0")" || exit 1
if [ ! -x .venv/bin/tuyenduong ]; then
  echo "Lần đầu: đang chuẩn bị, cần mạng và vài phút…"
  make .venv/core || { echo "Chưa chuẩn bị được; nhờ người phụ trách máy cài Python 3.11 và make."; read -r _; exit 1; }
fi
exec .venv/bin/tuyenduong preview
