# Loads one function a file. Private/Windows holds what only Windows has, each behind one function, so that everything
# else can be run and tested where there is no Windows.
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$script:ModuleManifest = [System.IO.Path]::Combine($PSScriptRoot, 'Innkeeper.psd1')

# Windows PowerShell has these in assemblies that it does not load by itself; elsewhere they are there.
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
