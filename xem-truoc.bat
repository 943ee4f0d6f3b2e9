@echo off
rem Double-click: the next site in the browser; closing the window stops it. Never yet run on a real Windows.
chcp 65001 >nul
set PIP_DISABLE_PIP_VERSION_CHECK=1
pushd "%~dp0" || goto failed
if not exist requirements.lock goto packed
fc /b requirements.lock .venv\requirements.lock >nul 2>nul && goto show
echo Máy đang chuẩn bị (lần đầu, hoặc vừa có bản mới): cần mạng và vài phút...
py -3 -m venv --clear .venv 2>nul || python -m venv --clear .venv || goto failed
.venv\Scripts\python -c "import sys; sys.exit(sys.version_info < (3, 11))" || goto failed
.venv\Scripts\python -m pip install --quiet --require-hashes -r requirements.lock || goto failed
.venv\Scripts\python -m pip install --quiet --no-deps --no-build-isolation --editable . || goto failed
copy /y requirements.lock .venv >nul
:show
.venv\Scripts\python -m generator preview
pause
exit /b
:packed
echo Hãy giải nén (Extract All) cả thư mục, rồi nhấn đúp tệp này trong thư mục đã giải nén.
pause
exit /b 1
:failed
echo Chưa chuẩn bị được. Xem lại mạng; nhờ người phụ trách máy cài Python 3.11 trở lên (python.org).
pause
exit /b 1
