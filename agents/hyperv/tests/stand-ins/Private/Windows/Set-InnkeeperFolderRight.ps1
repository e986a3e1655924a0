# Replaces an access control list: a line with the account that got access to the folder, and the folder's content at that time.
function Set-InnkeeperFolderRight ($Folder, $Account) {
    [void] [System.IO.Directory]::CreateDirectory($Folder)
    $files = @(foreach ($file in [System.IO.Directory]::GetFiles($Folder)) { [System.IO.Path]::GetFileName($file) }) -join ','
    [System.IO.File]::AppendAllText([System.IO.Path]::Combine($env:AGENT_ROOT, 'rights.txt'), "$Account|$files`n")
}
