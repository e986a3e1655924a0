# In place of a list of rights: a line that says whom a folder was opened to, and what lay in it by then.
function Set-InnkeeperFolderRight ($Folder, $Account) {
    [void] [System.IO.Directory]::CreateDirectory($Folder)
    $files = @(foreach ($file in [System.IO.Directory]::GetFiles($Folder)) { [System.IO.Path]::GetFileName($file) }) -join ','
    [System.IO.File]::AppendAllText([System.IO.Path]::Combine($env:AGENT_ROOT, 'rights.txt'), "$Account|$files`n")
}
