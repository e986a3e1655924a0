# Loads one function per file. Private/Windows contains everything specific to Windows, each item behind one function, so
# that all other code can be run and tested without Windows.
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$script:ModuleManifest = [System.IO.Path]::Combine($PSScriptRoot, 'Innkeeper.psd1')

# Windows PowerShell does not load these assemblies automatically; other editions do.
foreach ($assembly in 'System.Runtime.Serialization, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089',
    'System.Security, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a') {
    [void] [System.Reflection.Assembly]::Load($assembly)
}

foreach ($folder in 'Private', 'Public') {
    $files = [System.IO.Directory]::GetFiles([System.IO.Path]::Combine($PSScriptRoot, $folder), '*.ps1', 'AllDirectories')
    foreach ($file in $files) { . $file }
}

Export-ModuleMember -Function @(
    'Get-InnkeeperSnapshot'
    'Get-InnkeeperStatus'
    'Install-Innkeeper'
    'Invoke-InnkeeperAgent'
    'Register-InnkeeperHost'
    'Send-InnkeeperSnapshot'
    'Test-Innkeeper'
    'Uninstall-Innkeeper'
)
