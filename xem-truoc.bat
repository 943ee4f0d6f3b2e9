@echo off
rem Nhan dup de xem truoc so vinh danh trong trinh duyet. Dong cua so nay la dung.
chcp 65001 >nul
cd /d "%~dp0"
if exist .venv\Scripts\tuyenduong.exe goto show
echo Lần đầu: đang chuẩn bị, cần mạng và vài phút...
py -3 -m venv .venv || goto failed
.venv\Scripts\python -m pip install --quiet --require-hashes -r requirements.lock || goto failed
.venv\Scripts\python -m pip install --quiet --no-deps --no-build-isolation --editable . || goto failed
:show
.venv\Scripts\tuyenduong preview
pause
exit /b
:failed
echo Chưa chuẩn bị được; nhờ người phụ trách máy cài Python 3.11 (python.org).
pause
